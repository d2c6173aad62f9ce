import type { IncidentView } from '#contracts/views.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import { alertViewOf, incidentViewOf } from '#store/incident-view.ts'
import { partsOf, updateIncident } from '#store/incidents.ts'
import type { Context } from './context.ts'
import { followGrade } from './follow-grade.ts'
import type { Happened } from './happened.ts'

/** Saves an incident whose grade, route or facts a person has just changed; returns what else follows from it. */
export async function saveAssessed(
  context: Context,
  tx: Transaction,
  before: Incident,
  changed: Incident,
): Promise<{ incident: IncidentView; follows: Happened }> {
  const after = { ...changed, version: before.version + 1 }
  const newcomers = await followGrade(context, tx, before, after)
  await updateIncident(tx, after)
  const incident = incidentViewOf({ ...after, ...(await partsOf(tx, after.id)) })
  const about = { incidentId: after.id, route: after.route }
  const alarmed = isLifeThreatened(after) && !isLifeThreatened(before)
  const follows: Happened = []
  if (alarmed) {
    const data = { incident, danger: after.danger, sound: 'life' as const }
    follows.push({ ...about, name: 'incident.alarmed', data })
  }
  if (newcomers.length > 0) {
    const sound = isLifeThreatened(after) ? { sound: 'life' as const } : {}
    follows.push({ ...about, name: 'alert.raised', data: { alerts: newcomers.map(alertViewOf), ...sound } })
  }
  return { incident, follows }
}
