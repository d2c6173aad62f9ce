import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { type HotlineMapping, type HotlineTable, readHotlineTable } from '#sources/hotline-table.ts'
import { record } from '#store/event-log.ts'
import { noteSuccess } from '#store/sources.ts'
import { type Context, recordedActor } from './context.ts'
import { ensureSource } from './ensure-source.ts'
import { saveMapping } from './save-mapping.ts'
import { type TakenIn, takeInPosts, wakeCorrelation } from './take-in-posts.ts'

export type Import = {
  /** The sender whose export this is; the same sender's rows are recognised when they come again. */
  sender: string
  bytes: Uint8Array
  mapping: HotlineMapping
}

export type Imported = TakenIn & Pick<HotlineTable, 'errors' | 'warnings'>

/**
 * Takes in a hotline export, CSV or XLSX, and remembers its columns for this sender. Rows that cannot be read are listed and cost nothing else;
 * importing the same file again changes nothing.
 * Refusals: role_may_not, and those of the file itself (empty, too_large, column_missing, personal_column …).
 */
export async function importHotlineTable(
  context: Context,
  { sender, bytes, mapping }: Import,
): Promise<Result<Imported>> {
  const allowed = may(context.actor, 'import_posts')
  if (!allowed.ok) return allowed
  const by = recordedActor(context)
  if (!by) return refusal('role_may_not')
  const read = await readHotlineTable(bytes, mapping, context.now)
  if (!read.ok) return read
  const { rows, errors, warnings } = read.value
  // Whoever types the sender may type a person with a number; it stands on screens and in the log.
  const name = maskPersonalData(sender)
  const taken = await context.db.transaction(async (tx) => {
    const source = await ensureSource(context, tx, { kind: 'import', name })
    const posts = rows.map(({ post, channel }) => ({ ...post, channel }))
    const taken = await takeInPosts(context, tx, { id: source.id, channel: '12345' }, posts)
    await noteSuccess(tx, source.id, context.now, null)
    const counts = { taken: taken.taken, known: taken.known, refused: errors.length }
    await record(
      tx,
      [{ name: 'import.finished', data: { name, ...counts, by }, incidentId: null, route: null }],
      { at: context.now, actor: by },
    )
    return taken
  })
  await wakeCorrelation(context, taken)
  // Only columns that brought something are worth remembering.
  if (rows.length > 0) await saveMapping(context, { sender: name, mapping })
  return ok({ ...taken, errors, warnings })
}
