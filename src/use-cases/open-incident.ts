import { type Alert, raiseAlert } from '#domain/alert/alert.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { type StepClock, startClocks } from '#domain/clock/step-clock.ts'
import { clockGradeOf, isLifeThreatened } from '#domain/incident/danger.ts'
import { factsOfPost, type Incident, untouched } from '#domain/incident/incident.ts'
import { insertAlerts } from '#store/alerts.ts'
import type { Transaction } from '#store/database.ts'
import { countPost } from '#store/incident-hours.ts'
import { incidentViewOf } from '#store/incident-view.ts'
import { type FullIncident, insertIncident, nextDayCount } from '#store/incidents.ts'
import { markJoined, type PostRow } from '#store/posts.ts'
import { insertSteps } from '#store/steps.ts'
import { workingCalendar } from '#store/working-calendar.ts'
import { gradeOf, inSeason, routed, routeOf } from './assess-incident.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'
import type { Match } from './match-incident.ts'

export type CorrelatedPost = PostRow & { sourceName: string }

/** Opens an incident for a post that belongs to none, and alerts those on its route at the same second. */
export async function openIncident(
  context: Context,
  tx: Transaction,
  post: CorrelatedPost,
  { reason, bands, linkedTo }: Pick<Match, 'reason' | 'bands' | 'linkedTo'>,
): Promise<{ incident: Incident; happened: Happened }> {
  const { now } = context
  const incident = await incidentOf(context, tx, post, linkedTo)
  const { id, route, grade, online } = incident
  const alerts = route.map((agency) =>
    raiseAlert(context.newId(), id, agency, clockGradeOf(incident, agency), now),
  )
  await insertIncident(tx, incident)
  // Sent together, since none waits for another: a storm opens hundreds.
  const [parts] = await Promise.all([
    insertParts(
      tx,
      alerts,
      startClocks(id, grade, now, { online, inSeason: inSeason(now) }, workingCalendar()),
    ),
    markJoined(tx, post.id, id, reason, bands),
    countPost(tx, id, post.receivedAt),
  ])
  const view = incidentViewOf({ ...incident, ...parts })
  const about = { incidentId: id, route }
  const happened: Happened = [{ ...about, name: 'incident.opened', data: { incident: view } }]
  if (!isLifeThreatened(incident)) {
    return {
      incident,
      happened: [...happened, { ...about, name: 'alert.raised', data: { alerts: view.alerts } }],
    }
  }
  const data = { alerts: view.alerts, sound: 'life' as const }
  return {
    incident,
    happened: [
      ...happened,
      {
        ...about,
        name: 'incident.alarmed',
        data: { incident: view, danger: incident.danger, sound: 'life' },
      },
      { ...about, name: 'alert.raised', data },
    ],
  }
}

async function insertParts(
  tx: Transaction,
  alerts: Alert[],
  steps: StepClock[],
): Promise<Pick<FullIncident, 'alerts' | 'steps'>> {
  await Promise.all([insertAlerts(tx, alerts), insertSteps(tx, steps)])
  return {
    alerts: alerts.toSorted((a, b) => (a.agency < b.agency ? -1 : 1)),
    steps: steps.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime()),
  }
}

async function incidentOf(
  context: Context,
  tx: Transaction,
  post: CorrelatedPost,
  linkedTo: string | null,
): Promise<Incident> {
  const { now } = context
  const facts = factsOfPost(post.facts)
  const openedDay = shanghaiDay(now)
  const online = post.channel === 'online'
  const { grade, reason } = gradeOf(facts, { now, sources: 1, official: !online })
  return {
    ...untouched,
    ...facts,
    id: context.newId(),
    openedDay,
    dayCount: await nextDayCount(tx, openedDay),
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
    linkedTo,
  }
}
