import type { EventData } from '#contracts/events.ts'
import type { WorkingCalendar } from '#domain/clock/working-days.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { turnCalendar as turn } from '#store/working-calendar.ts'
import { type Context, recordedActor } from './context.ts'

type Changed = Pick<EventData<'calendar.changed'>, 'what' | 'subject' | 'reason'>

/**
 * Gives the calendar a new version when its days are others than before, and tells it. Open clocks follow within a
 * second, by the sweep. Null when nothing changed. The very first version changes nothing anybody has counted by.
 */
export async function turnCalendar(
  context: Context,
  tx: Transaction,
  changed: Changed,
): Promise<WorkingCalendar | null> {
  const turned = await turn(tx, context.now)
  if (!turned) return null
  const { calendar, first } = turned
  if (first && changed.what === 'edition') return calendar
  const by = recordedActor(context)
  const data = { ...changed, version: calendar.version, by }
  await record(tx, [{ name: 'calendar.changed', data, incidentId: null, route: null }], {
    at: context.now,
    actor: by,
  })
  return calendar
}

/** Notices whether the product has come with other days than it counted by before; asked once at each start. */
export async function noticeEdition(context: Context): Promise<void> {
  await context.db.transaction((tx) =>
    turnCalendar(context, tx, { what: 'edition', subject: '', reason: '' }),
  )
}
