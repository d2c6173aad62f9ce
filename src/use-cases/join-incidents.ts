import type { IncidentView, PersonView } from '#contracts/views.ts'
import { type Alert, endAlert } from '#domain/alert/alert.ts'
import { mergeAlerts } from '#domain/alert/merge-alerts.ts'
import { graverOf } from '#domain/grading/decision.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { type Incident, mergeFacts } from '#domain/incident/incident.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { extendRoute } from '#domain/routing/route.ts'
import { insertAlerts, saveAlert } from '#store/alerts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { insertChange, partsOf } from '#store/incident-changes.ts'
import { alertViewOf, incidentViewOf, numberOf } from '#store/incident-view.ts'
import { fullIncident, lockCorrelation, lockIncident, updateIncident } from '#store/incidents.ts'
import { holderOf } from '#store/join-candidates.ts'
import { movePosts } from '#store/posts.ts'
import { entriesOf, gradeFollowing, routed, routeFollowing } from './assess-incident.ts'
import { carrySteps } from './carry-steps.ts'
import { type Context, recordedActor } from './context.ts'
import { followGrade } from './follow-grade.ts'
import type { Happened } from './happened.ts'
import { afterMove } from './retell-incident.ts'

/**
 * Two incidents are found to be one event: posts, acceptances, done steps and running clocks go over to `intoId`.
 * Carried out when a second person has agreed, in that person's transaction.
 * Refusals: no_such_incident, same_incident, already_merged { number }, not_open { number }, not_your_agency, role_may_not.
 */
export async function joinIncidents(
  context: Context,
  tx: Transaction,
  { incidentId, intoId }: Joined,
): Promise<Result<IncidentView>> {
  const free = await mayJoin(context, tx, { incidentId, intoId })
  if (!free.ok) return free
  const { other, into, by } = free.value
  const { alerts, steps } = await partsOf(tx, [other.id, into.id])
  const postIds = await movePosts(tx, other.id, into.id)
  const after = mergedIncident(context, into, other)
  await updateIncident(tx, after)
  await updateIncident(tx, { ...other, state: 'closed', mergedInto: into.id, version: other.version + 1 })
  await afterMove(tx, into.id)
  await afterMove(tx, other.id)
  await carryAlerts(context, tx, alerts, other, into)
  await carrySteps(tx, steps, other.id, into.id, context.now)
  const known = { ...into, route: [...new Set([...into.route, ...other.route])] }
  const newcomers = await followGrade(context, tx, known, after)
  const changeId = context.newId()
  const versionsAfter = { [into.id]: after.version, [other.id]: other.version + 1 }
  const before = { incidents: [into, other], alerts, steps, versionsAfter, postIds }
  const ends = { kind: 'merge' as const, stayedId: into.id, otherId: other.id }
  await insertChange(tx, { id: changeId, ...ends, at: context.now, by, before })
  const incident = incidentViewOf(await fullIncident(tx, into.id))
  const happened = toldOf({ into, other, after, incident, changeId, by, newcomers })
  await record(tx, happened, { at: context.now, actor: by })
  return ok(incident)
}

type Joined = { incidentId: string; intoId: string }

/** Whether the actor may merge these two as they stand; locks both, after the correlation, as every merge does. */
export async function mayJoin(
  context: Context,
  tx: Transaction,
  { incidentId, intoId }: Joined,
): Promise<Result<{ other: Incident; into: Incident; by: PersonView }>> {
  if (incidentId === intoId) return refusal('same_incident')
  await lockCorrelation(tx)
  const [other, into] = [await lockIncident(tx, incidentId), await lockIncident(tx, intoId)]
  if (!other || !into) return refusal('no_such_incident')
  const allowed = may(context.actor, 'regroup_posts', { routes: [other.route, into.route] })
  if (!allowed.ok) return allowed
  const by = recordedActor(context)
  if (!by) return refusal('role_may_not')
  for (const one of [other, into]) {
    const holder = one.mergedInto ? await holderOf(tx, one.id) : null
    if (holder) return refusal('already_merged', { number: numberOf(holder) })
    if (one.state !== 'open') return refusal('not_open', { number: numberOf(one) })
  }
  return ok({ other, into, by })
}

function toldOf({
  into,
  other,
  after,
  incident,
  changeId,
  by,
  newcomers,
}: {
  into: Incident
  other: Incident
  after: Incident
  incident: IncidentView
  changeId: string
  by: PersonView
  newcomers: Alert[]
}): Happened {
  const about = { incidentId: into.id, route: after.route }
  const told = { id: other.id, number: numberOf(other) }
  const happened: Happened = [
    { ...about, name: 'incident.merged', data: { incident, other: told, changeId, by } },
    {
      incidentId: other.id,
      route: other.route,
      name: 'incident.closed',
      data: { incidentId: other.id, rule: 'merged' },
    },
  ]
  if (after.grade !== into.grade) {
    const data = { incident, from: into.grade, to: after.grade, rule: after.gradeReason.rule }
    happened.push({ ...about, name: 'incident.regraded', data })
  }
  if (newcomers.length > 0) {
    happened.push({ ...about, name: 'alert.raised', data: { alerts: newcomers.map(alertViewOf) } })
  }
  return happened
}

/** What the one that stays is after it has taken the other in. */
export function mergedIncident(context: Context, into: Incident, other: Incident): Incident {
  const facts = mergeFacts(into, other)
  const sources = [...new Set([...into.sources, ...other.sources])]
  const official = into.official || other.official
  const graver = graverOf(into, other)
  const together: Incident = {
    ...into,
    ...facts,
    grade: graver.grade,
    gradeReason: graver.gradeReason,
    gradeDecision: graver.gradeDecision,
    statedFacts: { ...other.statedFacts, ...into.statedFacts },
    platforms: Math.max(into.platforms, other.platforms),
    dangerOver: [into, other].some(isLifeThreatened) ? null : (into.dangerOver ?? other.dangerOver),
    postCount: into.postCount + other.postCount,
    sources,
    official,
    online: into.online || other.online,
    verified: into.verified ?? other.verified,
    ...routed(extendRoute(entriesOf(into), entriesOf(other))),
    firstSeenAt: new Date(Math.min(into.firstSeenAt.getTime(), other.firstSeenAt.getTime())),
    lastPostAt: new Date(Math.max(into.lastPostAt.getTime(), other.lastPostAt.getTime())),
    spreadLevel: Math.max(into.spreadLevel, other.spreadLevel),
    version: into.version + 1,
  }
  return {
    ...together,
    ...gradeFollowing(together, context.now, { mayFall: false }),
    ...routeFollowing(together, ''),
  }
}

/** The duty of each agency goes over; the ladders of the incident that ends are stopped. */
async function carryAlerts(
  context: Context,
  tx: Transaction,
  alerts: Alert[],
  other: Incident,
  into: Incident,
): Promise<void> {
  const carried: Alert[] = []
  for (const one of alerts.filter(({ incidentId }) => incidentId === other.id)) {
    const kept = alerts.find(({ incidentId, agency }) => incidentId === into.id && agency === one.agency)
    if (!kept) carried.push({ ...one, id: context.newId(), incidentId: into.id, version: 1 })
    else {
      const merged = mergeAlerts(kept, one)
      if (merged !== kept) await saveAlert(tx, merged)
    }
    await saveAlert(tx, endAlert(one, context.now))
  }
  await insertAlerts(tx, carried)
}
