import type { IncidentView, PersonView } from '#contracts/views.ts'
import { type Alert, endAlert } from '#domain/alert/alert.ts'
import { mergeAlerts, restoreAlert } from '#domain/alert/merge-alerts.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { saveAlert } from '#store/alerts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import {
  followVersion,
  hasLaterChange,
  type IncidentChange,
  lockChange,
  markUndone,
  partsOf,
  restoreIncident,
  restoreStep,
  withdrawAlert,
  withdrawStep,
} from '#store/incident-changes.ts'
import { incidentViewOf, numberOf } from '#store/incident-view.ts'
import { fullIncident, lockCorrelation, lockIncident, updateIncident } from '#store/incidents.ts'
import { movePosts } from '#store/posts.ts'
import { type StepRow, stopSteps } from '#store/steps.ts'
import { type Context, recordedActor } from './context.ts'
import type { Happened } from './happened.ts'
import { afterMove, retellIncident } from './retell-incident.ts'

type Pair = { stayed: Incident; other: Incident }

/**
 * Takes a merge or a split back: both incidents stand as they stood, except for what has come since – further posts,
 * acceptances, called rungs. Returns the incident that had gone on.
 * Refusals: no_such_change, already_undone, changed_since, not_your_agency, role_may_not.
 */
export async function undoJoin(
  context: Context,
  { changeId }: { changeId: string },
): Promise<Result<IncidentView>> {
  return context.db.transaction(async (tx) => {
    await lockCorrelation(tx)
    const change = await lockChange(tx, changeId)
    if (!change) return refusal('no_such_change')
    const stayed = await lockIncident(tx, change.stayedId)
    const other = await lockIncident(tx, change.otherId)
    if (!stayed || !other) throw new Error(`change ${changeId} is about incidents that are not there`)
    const allowed = may(context.actor, 'regroup_posts', { routes: [stayed.route, other.route] })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    if (change.undoneAt) return refusal('already_undone')
    if (stayed.state !== 'open' || (await hasLaterChange(tx, change))) return refusal('changed_since')
    const undo = change.kind === 'merge' ? takeApart : putBack
    await undo(context, tx, change, { stayed, other })
    await markUndone(tx, changeId, context.now)
    const happened = await toldOf(tx, change, { stayed, other }, by)
    await record(tx, happened, { at: context.now, actor: by })
    return ok(incidentViewOf(await fullIncident(tx, stayed.id)))
  })
}

/** After a merge: the other incident has its posts and its own duties again. */
async function takeApart(
  context: Context,
  tx: Transaction,
  change: IncidentChange,
  pair: Pair,
): Promise<void> {
  const { stayed, other } = pair
  await movePosts(tx, stayed.id, other.id, change.before.postIds)
  await restoreIncident(tx, beforeOf(change, other.id), other.version + 1)
  await afterMove(tx, other.id)
  await restoreStayed(context, tx, change, stayed)
  const now = await partsOf(tx, [stayed.id, other.id])
  const held = (incidentId: string, agency: string) =>
    now.alerts.find((one) => one.incidentId === incidentId && one.agency === agency) ?? null
  for (const before of change.before.alerts) {
    const current = held(before.incidentId, before.agency)
    if (!current) continue
    const merged = held(stayed.id, before.agency)
    const since = merged && cameSince(merged, change) ? merged : null
    await saveAlert(tx, restoreAlert(before, since, current))
  }
  await withdrawCarried(tx, change, stayed.id, now)
}

/** After a split: what was split off goes back, with all that was accepted or came in meanwhile. */
async function putBack(context: Context, tx: Transaction, change: IncidentChange, pair: Pair): Promise<void> {
  const { stayed, other } = pair
  const moved = await movePosts(tx, other.id, stayed.id)
  await updateIncident(tx, {
    ...other,
    state: 'closed',
    closedAt: null,
    mergedInto: stayed.id,
    version: other.version + 1,
  })
  await stopSteps(tx, [other.id])
  const unchanged = moved.length === change.before.postIds.length
  if (unchanged) await restoreStayed(context, tx, change, stayed)
  else await updateIncident(tx, await retellIncident(context, tx, stayed))
  const { alerts } = await partsOf(tx, [stayed.id, other.id])
  for (const one of alerts.filter(({ incidentId }) => incidentId === other.id)) {
    const kept = alerts.find(({ incidentId, agency }) => incidentId === stayed.id && agency === one.agency)
    if (kept && one.state === 'accepted') {
      const merged = mergeAlerts(kept, one)
      if (merged !== kept) await saveAlert(tx, merged)
    }
    await saveAlert(tx, endAlert(one, context.now))
  }
}

/** Exactly as it stood when nothing has come since; else as its present posts tell it. */
async function restoreStayed(
  context: Context,
  tx: Transaction,
  change: IncidentChange,
  stayed: Incident,
): Promise<void> {
  const before = beforeOf(change, stayed.id)
  if (stayed.version === change.before.versionsAfter[stayed.id]) {
    await restoreIncident(tx, before, stayed.version + 1)
    await followVersion(tx, stayed.id, before.version, stayed.version + 1)
    await afterMove(tx, stayed.id)
    return
  }
  const { route, routeEntries, grade, gradeReason, gradeDecision } = before
  const known = { ...stayed, route, routeEntries, grade, gradeReason, gradeDecision }
  const retold = await retellIncident(context, tx, known)
  await updateIncident(tx, retold)
}

/** Duties and steps the incident had only from the other go with it, unless they have been met since. */
async function withdrawCarried(
  tx: Transaction,
  change: IncidentChange,
  stayedId: string,
  now: { alerts: Alert[]; steps: StepRow[] },
): Promise<void> {
  const { route } = await fullIncident(tx, stayedId)
  for (const one of now.alerts.filter(({ incidentId }) => incidentId === stayedId)) {
    if (!route.includes(one.agency)) await withdrawAlert(tx, one.id)
  }
  for (const one of now.steps.filter(({ incidentId }) => incidentId === stayedId)) {
    const before = change.before.steps.find(
      ({ incidentId, step }) => incidentId === stayedId && step === one.step,
    )
    const doneSince = one.doneAt !== null && one.doneAt >= change.at
    if (doneSince) continue
    if (before) await restoreStep(tx, { ...before, version: one.version + 1 })
    else await withdrawStep(tx, one)
  }
}

/** An acceptance given, or a rung called, after the merge; not what the merge itself carried over. */
function cameSince({ agency, state, acceptedAt, rung }: Alert, change: IncidentChange): boolean {
  if (state === 'accepted') return acceptedAt !== null && acceptedAt >= change.at
  const known = change.before.alerts.filter((one) => one.agency === agency).map((one) => one.rung)
  return rung > Math.max(...known)
}

function beforeOf(change: IncidentChange, id: string): Incident {
  const before = change.before.incidents.find((one) => one.id === id)
  if (!before) throw new Error(`change ${change.id} knows nothing of incident ${id}`)
  return before
}

async function toldOf(
  tx: Transaction,
  change: IncidentChange,
  { stayed, other }: Pair,
  by: PersonView,
): Promise<Happened> {
  const told = async (one: Incident, beside: Incident): Promise<Happened[number]> => {
    const full = await fullIncident(tx, one.id)
    const data = {
      incident: incidentViewOf(full),
      other: { id: beside.id, number: numberOf(beside) },
      changeId: change.id,
      by,
    }
    return { name: 'incident.restored', data, incidentId: one.id, route: full.route }
  }
  const first = await told(stayed, other)
  if (change.kind === 'merge') return [first, await told(other, stayed)]
  const closed = { incidentId: other.id, rule: 'put_back' }
  return [first, { name: 'incident.closed', data: closed, incidentId: other.id, route: other.route }]
}
