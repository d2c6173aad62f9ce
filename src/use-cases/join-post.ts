import { isLifeThreatened } from '#domain/incident/danger.ts'
import { factsOfPost, mergeFacts } from '#domain/incident/incident.ts'
import { alertViewOf, incidentViewOf } from '#store/incident-view.ts'
import type { FullIncident } from '#store/incidents.ts'
import type { WaitingPost } from '#store/posts.ts'
import { askedAnew } from './alert-anew.ts'
import { gradeFollowing, routeFollowing } from './assess-incident.ts'
import type { BatchAtHand } from './batch-at-hand.ts'
import type { Context } from './context.ts'
import { dutiesAfter, hastensDuties } from './follow-grade.ts'
import type { Happened } from './happened.ts'
import type { Match } from './match-incident.ts'
import { noticeSpread } from './notice-spread.ts'

/** Joins a post to its incident: facts and grade follow, those new on the route are alerted, a resolved one is opened again. */
export async function joinPost(
  context: Context,
  batch: BatchAtHand,
  post: WaitingPost,
  { incidentId, reason, bands }: Pick<Match, 'reason' | 'bands'> & { incidentId: string },
): Promise<Happened> {
  const before = await batch.held(incidentId)
  const heard = batch.join(post, { incidentId, reason, bands })
  const joined = withPost(before, post, { isNews: bands !== null })
  const { spread, platforms } = noticeSpread(context, before, joined, heard)
  const grown = { ...joined, platforms, spreadLevel: spread?.level ?? joined.spreadLevel }
  const after = { ...grown, ...gradeFollowing(grown, context.now, { mayFall: false }) }
  const reopened = before.state === 'closed'
  const held = reopened || hastensDuties(before, after) ? await batch.lockDuties(incidentId) : before
  const asked = reopened ? askedAnew(context, held, after) : held
  const { newcomers, ...duties } = dutiesAfter(context, asked, before, after)
  batch.put({ ...after, ...duties })
  const incident = incidentViewOf({ ...after, ...duties })
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
function withPost(before: FullIncident, post: WaitingPost, { isNews }: { isNews: boolean }): FullIncident {
  const facts = mergeFacts(before, factsOfPost(post.facts))
  const sources = [...new Set([...before.sources, post.sourceName])]
  const { publishedAt, receivedAt } = post
  const grown: FullIncident = {
    ...before,
    ...facts,
    dangerOver: isNews && post.facts.danger.length > 0 ? null : before.dangerOver,
    state: 'open',
    closedAt: null,
    postCount: before.postCount + 1,
    sources,
    official: before.official || post.channel !== 'online',
    online: before.online || post.channel === 'online',
    firstSeenAt: publishedAt && publishedAt < before.firstSeenAt ? publishedAt : before.firstSeenAt,
    lastPostAt: new Date(Math.max(receivedAt.getTime(), before.lastPostAt.getTime())),
    version: before.version + 1,
  }
  return { ...grown, ...routeFollowing(grown, post.body) }
}
