import type { IncidentView } from '#contracts/views.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { bandsOf, signatureOf } from '#domain/incident/near-duplicate/signature.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { saveDecided } from '#store/held-incidents.ts'
import { insertChange, partsOf } from '#store/incident-changes.ts'
import { incidentViewOf, numberOf } from '#store/incident-view.ts'
import { dayCounts, fullIncident, lockCorrelation, lockIncident, updateIncident } from '#store/incidents.ts'
import { lockJoinedPost } from '#store/posts.ts'
import { type Context, recordedActor } from './context.ts'
import { followGrade } from './follow-grade.ts'
import type { Happened } from './happened.ts'
import { openIncident } from './open-incident.ts'
import { retellIncident } from './retell-incident.ts'

/**
 * A post tells of another event: it leaves its incident and opens one of its own, with alerts of its own.
 * Returns the new incident. Refusals: no_such_incident, not_open { number }, post_elsewhere, only_post,
 * not_your_agency, role_may_not.
 */
export async function splitIncident(
  context: Context,
  { incidentId, postId }: { incidentId: string; postId: string },
): Promise<Result<IncidentView>> {
  return context.db.transaction(async (tx) => {
    await lockCorrelation(tx)
    const before = await lockIncident(tx, incidentId)
    if (!before) return refusal('no_such_incident')
    const allowed = may(context.actor, 'regroup_posts', { routes: [before.route] })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    if (before.state !== 'open') return refusal('not_open', { number: numberOf(before) })
    const post = await lockJoinedPost(tx, postId)
    if (post?.incidentId !== incidentId) return refusal('post_elsewhere')
    if (before.postCount < 2) return refusal('only_post')
    const { alerts, steps } = await partsOf(tx, [incidentId])
    const reason = { rule: 'split_by_hand', facts: {} }
    const day = shanghaiDay(context.now)
    const dayCount = ((await dayCounts(tx, [day])).get(day) ?? 0) + 1
    const opened = openIncident(context, post, { linkedTo: null, dayCount })
    const moved = { id: post.id, receivedAt: post.receivedAt, incidentId: opened.incident.id }
    const bands = bandsOf(signatureOf(post.body))
    await saveDecided(tx, {
      incidents: [{ before: null, after: opened.incident }],
      posts: [{ ...moved, joinReason: reason, bands }],
    })
    const after = await retellIncident(context, tx, before)
    await updateIncident(tx, after)
    await followGrade(context, tx, { ...before, route: after.route }, after)
    const changeId = context.newId()
    const versionsAfter = { [incidentId]: after.version, [opened.incident.id]: opened.incident.version }
    await insertChange(tx, {
      id: changeId,
      kind: 'split',
      stayedId: incidentId,
      otherId: opened.incident.id,
      at: context.now,
      by,
      before: { incidents: [before], alerts, steps, versionsAfter, postIds: [postId] },
    })
    const incident = incidentViewOf(await fullIncident(tx, incidentId))
    const about = { incidentId, route: after.route }
    const other = { id: opened.incident.id, number: numberOf(opened.incident) }
    const happened: Happened = [
      { ...about, name: 'incident.split', data: { incident, other, changeId, by } },
      ...opened.happened,
    ]
    if (after.grade !== before.grade) {
      const data = { incident, from: before.grade, to: after.grade, rule: after.gradeReason.rule }
      happened.push({ ...about, name: 'incident.regraded', data })
    }
    await record(tx, happened, { at: context.now, actor: by })
    return ok(incidentViewOf(await fullIncident(tx, opened.incident.id)))
  })
}
