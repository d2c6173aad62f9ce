import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { factsOfPost, type Incident, untouched } from '#domain/incident/incident.ts'
import { incidentViewOf } from '#store/incident-view.ts'
import type { FullIncident } from '#store/incidents.ts'
import type { WaitingPost } from '#store/posts.ts'
import { gradeOf, routed, routeOf } from './assess-incident.ts'
import type { Context } from './context.ts'
import { inOrder, raisedAlerts, startedSteps } from './follow-grade.ts'
import type { Happened } from './happened.ts'

type Place = { linkedTo: string | null; dayCount: number }

export type Opened = { incident: FullIncident; happened: Happened }

/** Opens an incident for a post that belongs to none, and alerts those on its route at the same second. Writes nothing. */
export function openIncident(context: Context, post: WaitingPost, place: Place): Opened {
  const opened = incidentOf(context, post, place)
  const { id, route, danger } = opened
  const incident = {
    ...opened,
    alerts: inOrder(raisedAlerts(context, opened, route)),
    steps: startedSteps(opened, context.now),
  }
  const view = incidentViewOf(incident)
  const about = { incidentId: id, route }
  const happened: Happened = [{ ...about, name: 'incident.opened', data: { incident: view } }]
  const { alerts } = view
  if (isLifeThreatened(opened)) {
    const sound = 'life'
    happened.push(
      { ...about, name: 'incident.alarmed', data: { incident: view, danger, sound } },
      { ...about, name: 'alert.raised', data: { alerts, sound } },
    )
  } else happened.push({ ...about, name: 'alert.raised', data: { alerts } })
  return { incident, happened }
}

function incidentOf(context: Context, post: WaitingPost, place: Place): Incident {
  const { now } = context
  const facts = factsOfPost(post.facts)
  const online = post.channel === 'online'
  const { grade, reason } = gradeOf(facts, { now, sources: 1, official: !online })
  return {
    ...untouched,
    ...facts,
    ...place,
    id: context.newId(),
    openedDay: shanghaiDay(now),
    headline: post.headline,
    grade,
    gradeReason: reason,
    state: 'open',
    postCount: 1,
    sources: [post.sourceName],
    online,
    official: !online,
    ...routed(routeOf(facts, { online, text: post.body })),
    firstSeenAt: post.publishedAt && post.publishedAt < post.receivedAt ? post.publishedAt : post.receivedAt,
    openedAt: now,
    lastPostAt: post.receivedAt,
  }
}
