import type { JoinReason } from '#domain/incident/correlate.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { type Incident, type IncidentFacts, mergeFacts } from '#domain/incident/incident.ts'
import type { Heard } from '#store/held-incidents.ts'
import { alertViewOf, incidentViewOf } from '#store/incident-view.ts'
import type { FullIncident } from '#store/incidents.ts'
import type { WaitingPost } from '#store/posts.ts'
import { askedAnew } from './alert-anew.ts'
import { gradeFollowing, routeFollowing } from './assess-incident.ts'
import type { Context } from './context.ts'
import { dutiesAfter } from './follow-grade.ts'
import type { Happened } from './happened.ts'
import { noticeSpread } from './notice-spread.ts'

export type Joining = {
  post: WaitingPost
  facts: IncidentFacts
  reason: JoinReason
  /** Its text tells something that the incident's texts do not. */
  isNews: boolean
  /** What has been heard of the incident, this post among it. */
  heard: Heard
}

/**
 * Joins a post to its incident: facts and grade follow, those new on the route are alerted, a resolved one is opened
 * again. Writes nothing.
 */
export function joinPost(
  context: Context,
  before: FullIncident,
  joining: Joining,
): { incident: FullIncident; happened: Happened } {
  const joined = withPost(before, joining)
  const { spread, platforms } = noticeSpread(context, before, joined, joining.heard)
  const grown = { ...joined, platforms, spreadLevel: spread?.level ?? joined.spreadLevel }
  const after = { ...grown, ...gradeFollowing(grown, context.now, { mayFall: false }) }
  const reopened = before.state === 'closed'
  const held = reopened ? askedAnew(context, before, after) : before
  const { newcomers, ...duties } = dutiesAfter(context, held, before, after)
  const full = { ...after, ...duties }
  const incident = incidentViewOf(full)
  const about = { incidentId: after.id, route: after.route }
  const told = { incident, source: joining.post.sourceName, rule: joining.reason.rule }
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
  return { incident: full, happened }
}

/** The incident with what a further post claims, by which the next ones are matched. */
export function grownBy<One extends Incident>(before: One, facts: IncidentFacts, post: WaitingPost): One {
  const { publishedAt, receivedAt, sourceName, channel } = post
  return {
    ...before,
    ...mergeFacts(before, facts),
    state: 'open',
    closedAt: null,
    verified: before.state === 'open' ? before.verified : null,
    postCount: before.postCount + 1,
    sources: [...new Set([...before.sources, sourceName])],
    official: before.official || channel !== 'online',
    online: before.online || channel === 'online',
    firstSeenAt: publishedAt && publishedAt < before.firstSeenAt ? publishedAt : before.firstSeenAt,
    lastPostAt: new Date(Math.max(receivedAt.getTime(), before.lastPostAt.getTime())),
    version: before.version + 1,
  }
}

/** A danger said to be over is believed again when a post tells of one in words not told before. */
function withPost(before: FullIncident, { post, facts, isNews }: Joining): FullIncident {
  const grown = grownBy(before, facts, post)
  const told = isNews && facts.danger.length > 0 ? { ...grown, dangerOver: null } : grown
  return { ...told, ...routeFollowing(told, post.body) }
}
