import type { IncidentView } from '#contracts/views.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import type { Context } from './context.ts'
import { holdOpenIncident } from './hold-open-incident.ts'
import { saveAssessed } from './save-assessed.ts'

/**
 * The scene is calm: the alarm of danger to life ends, the incident stays open until the wages are paid.
 * Refusals: no_such_incident, not_open, no_danger, not_your_agency, role_may_not.
 */
export async function endDanger(
  context: Context,
  { incidentId, note }: { incidentId: string; note: string | null },
): Promise<Result<IncidentView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdOpenIncident(context, tx, incidentId, 'state_facts')
    if (!held.ok) return held
    const { before, by } = held.value
    if (!isLifeThreatened(before)) return refusal('no_danger')
    const masked = note && maskPersonalData(note)
    const dangerOver = { by, at: context.now.toISOString(), note: masked }
    const { incident, follows } = await saveAssessed(context, tx, before, { ...before, dangerOver })
    const about = { incidentId, route: before.route }
    await record(
      tx,
      [{ ...about, name: 'incident.calmed', data: { incident, note: masked, by } }, ...follows],
      { at: context.now, actor: by },
    )
    return ok(incident)
  })
}
