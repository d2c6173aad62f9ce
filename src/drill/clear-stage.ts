import { env } from '#platform/env.ts'
import { record } from '#store/event-log.ts'
import { closeOpenIncidents, lockCorrelation } from '#store/incidents.ts'
import type { Context } from '#use-cases/context.ts'

/** Closes what earlier evenings left open, so that each start of the drill begins with an empty wall. */
export async function clearStage(context: Context): Promise<void> {
  if (env().REALM !== 'drill') throw new Error('only the stage of a drill is ever cleared')
  await context.db.transaction(async (tx) => {
    await lockCorrelation(tx)
    const closed = await closeOpenIncidents(tx)
    const happened = closed.map(({ id, route }) => ({
      name: 'incident.closed' as const,
      data: { incidentId: id, rule: 'drill_over' },
      incidentId: id,
      route,
    }))
    await record(tx, happened, { at: context.now, actor: null })
  })
}
