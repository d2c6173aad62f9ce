import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import type { HotlineMapping } from '#sources/hotline-table.ts'
import { keepMapping } from '#store/import-mappings.ts'
import type { Context } from './context.ts'

/** Remembers which column of this sender's exports holds what, so that the next one needs no choosing. */
export async function saveMapping(
  context: Context,
  { sender, mapping }: { sender: string; mapping: HotlineMapping },
): Promise<Result<{ sender: string }>> {
  const allowed = may(context.actor, 'import_posts')
  if (!allowed.ok) return allowed
  const said = Object.entries(mapping).filter(([, column]) => typeof column === 'string' && column !== '')
  await context.db.transaction((tx) =>
    keepMapping(tx, { sender, mapping: Object.fromEntries(said), savedAt: context.now }),
  )
  return ok({ sender })
}
