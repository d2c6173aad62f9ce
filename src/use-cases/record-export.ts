import type { EventData } from '#contracts/events.ts'
import { record } from '#store/event-log.ts'
import { type Context, recordedActor } from './context.ts'

/** Tells the log that something left the system as a file, how much of it, and by whom. */
export async function recordExport(
  context: Context,
  { what, count }: Pick<EventData<'export.made'>, 'what' | 'count'>,
): Promise<void> {
  const by = recordedActor(context)
  await context.db.transaction((tx) =>
    record(tx, [{ name: 'export.made', data: { what, count, by }, incidentId: null, route: null }], {
      at: context.now,
      actor: by,
    }),
  )
}
