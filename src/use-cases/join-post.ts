import { isLifeThreatened } from '#domain/incident/danger.ts'
import { factsOfPost, type Incident, mergeFacts } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import { countPost } from '#store/incident-hours.ts'
import { alertViewOf, incidentViewOf } from '#store/incident-view.ts'
import { lockIncident, partsOf, updateIncident } from '#store/incidents.ts'
import { markJoined } from '#store/posts.ts'
import { alertAnew } from './alert-anew.ts'
import { gradeFollowing, routeFollowing } from './assess-incident.ts'
import { reopenClocks } from './close-clocks.ts'
import type { Context } from './context.ts'
import { followGrade } from './follow-grade.ts'
import type { Happened } from './happened.ts'
import type { Match } from './match-incident.ts'
import { noticeSpread } from './notice-spread.ts'
import type { CorrelatedPost } from './open-incident.ts'

/** Joins a post to its incident: facts and grade follow, those new on the route are alerted, a resolved one is opened again. */
export async function joinPost(
  context: Context,
  tx: Transaction,
  post: CorrelatedPost,
  incidentId: string,
  { reason, bands }: Pick<Match, 'reason' | 'bands'>,
): Promise<Happened> {
  const before = await lockIncident(tx, incidentId)
  if (!before) throw new Error(`incident ${incidentId} left while a post joined it`)
  await Promise.all([
    markJoined(tx, post.id, incidentId, reason, bands),
    countPost(tx, incidentId, post.receivedAt),
  ])
  const joined = withPost(before, post, { isNews: bands !== null })
  const { spread, platforms } = await noticeSpread(context, tx, before, joined)
  const grown = { ...joined, platforms, spreadLevel: spread?.level ?? joined.spreadLevel }
  const after = { ...grown, ...gradeFollowing(grown, context.now, { mayFall: false }) }
  const reopened = before.state === 'closed'
  if (reopened) {
    await alertAnew(context, tx, after)
    await reopenClocks(context, tx, after)
  }
  const newcomers = await followGrade(context, tx, before, after)
  const [parts] = await Promise.all([partsOf(tx, incidentId), updateIncident(tx, after)])
  const incident = incidentViewOf({ ...after, ...parts })
  const about = { incidentId, route: after.route }
  const told = { incident, source: post.sourceName, rule: reason.rule }
  const happened: Happened = [
    { ...about, name: reopened ? 'incident.reopened' : 'incident.joined', data: told },
  ]
  if (after.grade !== before.grade) {
    const data = { incident, from: before.grade, to: after.grade, rule: after.gradeReason.rule }
    happened.push({ ...about, name: 'incident.regraded', data })
  }
  const raised = reopened ? incident.alerts : newcomers.map(alertViewOf)
  const sound = isLifeThreatened(after) ? { sound: 'life' as const } : {}
  if (isLifeThreatened(after) && !isLifeThreatened(before)) {
    const data = { incident, danger: after.danger, sound: 'life' as const }
    happened.push({ ...about, name: 'incident.alarmed', data })
  }
  if (raised.length > 0) happened.push({ ...about, name: 'alert.raised', data: { alerts: raised, ...sound } })
  if (spread) happened.push({ ...about, name: 'incident.spreading', data: { incident, ...spread } })
  return happened
}

/** @param isNews its text tells something not told before, so that a danger said to be over is believed again. */
function withPost(before: Incident, post: CorrelatedPost, { isNews }: { isNews: boolean }): Incident {
  const facts = mergeFacts(before, factsOfPost(post.facts))
  const sources = [...new Set([...before.sources, post.sourceName])]
  const official = before.official || post.channel !== 'online'
  const { publishedAt, receivedAt } = post
  const grown: Incident = {
    ...before,
    ...facts,
    dangerOver: isNews && post.facts.danger.length > 0 ? null : before.dangerOver,
    state: 'open',
    closedAt: null,
    postCount: before.postCount + 1,
    sources,
    official,
    online: before.online || post.channel === 'online',
    firstSeenAt: publishedAt && publishedAt < before.firstSeenAt ? publishedAt : before.firstSeenAt,
    lastPostAt: new Date(Math.max(receivedAt.getTime(), before.lastPostAt.getTime())),
    version: before.version + 1,
  }
  return { ...grown, ...routeFollowing(grown, post.body) }
}
