import { hourOf } from '#domain/clock/shanghai.ts'
import { record } from '#store/event-log.ts'
import { isTextReadNoted, noteTextRead } from '#store/text-reads.ts'
import { type Context, recordedActor } from './context.ts'

/** Tells the log that somebody opened the posts of an incident: once per reader, incident and hour. */
export async function recordTextRead(context: Context, incidentId: string): Promise<void> {
  const { actor, db, now } = context
  const by = recordedActor(context)
  if (!by || actor.kind === 'system') return
  const userId = actor.kind === 'person' ? actor.id : `key:${actor.keyId}`
  const read = { userId, incidentId, hour: hourOf(now) }
  if (await isTextReadNoted(db, read)) return
  await db.transaction(async (tx) => {
    if (!(await noteTextRead(tx, read))) return
    await record(tx, [{ name: 'text.read', data: { incidentId, by }, incidentId, route: null }], {
      at: now,
      actor: by,
    })
  })
}
