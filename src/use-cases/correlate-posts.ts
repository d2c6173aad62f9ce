import type { NewEvent } from '#contracts/events.ts'
import type { IncidentView } from '#contracts/views.ts'
import { type Alert, hastenAlert, raiseAlert } from '#domain/alert/alert.ts'
import { stepsDue } from '#domain/clock/limits.ts'
import { seasonOn } from '#domain/clock/season.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { compareGrades, proposeGrade } from '#domain/grading/grade.ts'
import { defaultLimits } from '#domain/grading/rules.ts'
import { type Correlation, correlate, joinWindowMs } from '#domain/incident/correlate.ts'
import { gradeFactsOf } from '#domain/incident/grade-facts.ts'
import { factsOfPost, type Incident, type IncidentFacts, mergeFacts } from '#domain/incident/incident.ts'
import { sectorOf } from '#domain/incident/sector.ts'
import { routeIncident } from '#domain/routing/route.ts'
import { traceOf } from '#platform/error-trace.ts'
import { insertAlerts, lockAlertsOf, saveAlert } from '#store/alerts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { territoryKeys } from '#store/gazetteer.ts'
import { alertViewOf, incidentViewOf } from '#store/incident-view.ts'
import {
  findIncident,
  insertIncident,
  joinCandidates,
  lockCorrelation,
  lockIncident,
  nextDayCount,
  saveSteps,
  updateIncident,
} from '#store/incidents.ts'
import { bodiesOf, markJoined, type PostRow, postponePost, takeWaitingPost } from '#store/posts.ts'
import { seasons } from '#store/seasons.ts'
import type { Context } from './context.ts'

type WaitingPost = PostRow & { sourceName: string }
type Happened = (NewEvent & { route: string[] })[]

/**
 * Joins every waiting post to an incident, or opens one, and alerts those on its route.
 * One transaction per post: a post that fails is put back for later and holds up no other.
 * @returns how many posts were joined.
 */
export async function correlatePosts(context: Context): Promise<number> {
  let joined = 0
  for (;;) {
    const outcome = await correlateNext(context)
    if (outcome === 'none_waiting') return joined
    if (outcome === 'joined') joined += 1
  }
}

async function correlateNext(context: Context): Promise<'joined' | 'failed' | 'none_waiting'> {
  let taken: WaitingPost | null = null
  try {
    await context.db.transaction(async (tx) => {
      await lockCorrelation(tx)
      taken = await takeWaitingPost(tx, context.now)
      if (taken) await joinOrOpen(notBeforeReceipt(context, taken), tx, taken)
    })
  } catch (error) {
    if (!taken) throw error
    const { id } = taken as WaitingPost
    context.log.error(
      { ...traceOf(error), postId: id },
      'a post could not be correlated; it will be tried again',
    )
    await postponePost(context.db, id, context.now)
    return 'failed'
  }
  return taken ? 'joined' : 'none_waiting'
}

/** A worker at it for long has an old moment; a post that came in since then is of its own moment. */
function notBeforeReceipt(context: Context, { receivedAt }: WaitingPost): Context {
  return { ...context, now: later(context.now, receivedAt) }
}

async function joinOrOpen(context: Context, tx: Transaction, post: WaitingPost): Promise<void> {
  const facts = factsOfPost(post.facts)
  const since = new Date(context.now.getTime() - joinWindowMs)
  const known = await joinCandidates(tx, { ...facts, since })
  const bodies = await bodiesOf(
    tx,
    known.map(({ id }) => id),
  )
  const candidates = known.map((one) => ({ ...one, bodies: bodies.get(one.id) ?? [] }))
  const correlation = correlate({ facts, body: post.body }, candidates, context.now)
  const events = correlation.incidentId
    ? await join(context, tx, post, facts, correlation.incidentId, correlation)
    : await open(context, tx, post, facts, correlation)
  await record(tx, events, { at: context.now, actor: null })
}

async function open(
  context: Context,
  tx: Transaction,
  post: WaitingPost,
  facts: IncidentFacts,
  { reason }: Correlation,
): Promise<Happened> {
  const { now } = context
  const openedDay = shanghaiDay(now)
  const online = post.channel === 'online'
  const route = routeOf(facts)
  const { grade, reason: gradeReason } = propose(facts, { now, sources: 1, official: !online })
  const incident: Incident = {
    ...facts,
    id: context.newId(),
    openedDay,
    dayCount: await nextDayCount(tx, openedDay),
    headline: post.headline,
    grade,
    gradeReason,
    state: 'open',
    postCount: 1,
    sources: [post.sourceName],
    online,
    official: !online,
    route,
    firstSeenAt: earlier(post.publishedAt, post.receivedAt),
    openedAt: now,
    lastPostAt: post.receivedAt,
    version: 1,
  }
  const alerts = route.map((agency) => raiseAlert(context.newId(), incident.id, agency, grade, now))
  await insertIncident(tx, incident)
  await insertAlerts(tx, alerts)
  await saveSteps(tx, incident.id, stepsDue(grade, now, { online, inSeason: inSeason(now) }))
  await markJoined(tx, post.id, incident.id, reason)
  const view = await viewOf(tx, incident.id)
  const about = { incidentId: incident.id, route }
  return [
    { ...about, name: 'incident.opened', data: { incident: view } },
    { ...about, name: 'alert.raised', data: { alerts: view.alerts } },
  ]
}

async function join(
  context: Context,
  tx: Transaction,
  post: WaitingPost,
  added: IncidentFacts,
  incidentId: string,
  { reason }: Correlation,
): Promise<Happened> {
  const before = await lockIncident(tx, incidentId)
  if (!before) throw new Error(`incident ${incidentId} left while a post joined it`)
  const after = withPost(context, before, post, added)
  await updateIncident(tx, after)
  await markJoined(tx, post.id, incidentId, reason)
  const newcomers = await followGrade(context, tx, before, after)
  const view = await viewOf(tx, incidentId)
  const about = { incidentId, route: after.route }
  const happened: Happened = [
    {
      ...about,
      name: 'incident.joined',
      data: { incident: view, source: post.sourceName, rule: reason.rule },
    },
  ]
  if (after.grade !== before.grade) {
    happened.push({
      ...about,
      name: 'incident.regraded',
      data: { incident: view, from: before.grade, to: after.grade, rule: after.gradeReason.rule },
    })
  }
  if (newcomers.length > 0) {
    happened.push({ ...about, name: 'alert.raised', data: { alerts: newcomers.map(alertViewOf) } })
  }
  return happened
}

function withPost(context: Context, before: Incident, post: WaitingPost, added: IncidentFacts): Incident {
  const facts = mergeFacts(before, added)
  const sources = [...new Set([...before.sources, post.sourceName])]
  const official = before.official || post.channel !== 'online'
  const proposed = propose(facts, { now: context.now, sources: sources.length, official })
  const raised = compareGrades(proposed.grade, before.grade) > 0
  return {
    ...before,
    ...facts,
    ...(raised && { grade: proposed.grade, gradeReason: proposed.reason }),
    headline: before.headline,
    postCount: before.postCount + 1,
    sources,
    official,
    online: before.online || post.channel === 'online',
    route: [...new Set([...before.route, ...routeOf(facts)])],
    firstSeenAt: earlier(post.publishedAt, before.firstSeenAt),
    lastPostAt: later(before.lastPostAt, post.receivedAt),
    version: before.version + 1,
  }
}

/** A graver grade hastens clocks, its own running from now; agencies new on the route are alerted. */
async function followGrade(
  context: Context,
  tx: Transaction,
  before: Incident,
  after: Incident,
): Promise<Alert[]> {
  const { now } = context
  if (after.grade !== before.grade) {
    for (const alert of await lockAlertsOf(tx, after.id)) {
      const hastened = hastenAlert(alert, after.grade, now)
      if (hastened !== alert) await saveAlert(tx, hastened)
    }
  }
  if (after.grade !== before.grade || after.online !== before.online) {
    const due = stepsDue(after.grade, now, { online: after.online, inSeason: inSeason(now) })
    await saveSteps(tx, after.id, due)
  }
  const newcomers = after.route
    .filter((agency) => !before.route.includes(agency))
    .map((agency) => raiseAlert(context.newId(), after.id, agency, after.grade, now))
  await insertAlerts(tx, newcomers)
  return newcomers
}

function propose(facts: IncidentFacts, known: { now: Date; sources: number; official: boolean }) {
  return proposeGrade(
    gradeFactsOf(facts),
    {
      seasonLift: seasonOn(known.now, seasons)?.lift ?? 0,
      corroborated: known.official || known.sources > 1,
    },
    defaultLimits,
  )
}

function routeOf(facts: IncidentFacts): string[] {
  return routeIncident({
    territories: territoryKeys(facts.placeCode),
    danger: facts.danger.length > 0,
    gathering: facts.collective.length > 0,
    sector: sectorOf(facts),
  }).map(({ agency }) => agency)
}

function inSeason(now: Date): boolean {
  return seasonOn(now, seasons) !== null
}

async function viewOf(tx: Transaction, incidentId: string): Promise<IncidentView> {
  const full = await findIncident(tx, incidentId)
  if (!full) throw new Error(`incident ${incidentId} is not there`)
  return incidentViewOf(full)
}

function earlier(a: Date | null, b: Date): Date {
  return a && a < b ? a : b
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}
