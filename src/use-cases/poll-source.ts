import { hourOf } from '#domain/clock/shanghai.ts'
import type { PollCatch } from '#domain/source/pace.ts'
import { afterAnswer, afterFailure, newPollingMemory } from '#domain/source/polling.ts'
import { spreadWait } from '#domain/source/spread.ts'
import type { SourceFetch, SourceProblem } from '#sources/source.ts'
import type { Database, Queryable } from '#store/database.ts'
import { changeSubscription, findSubscription, hubStateOf } from '#store/hub-subscriptions.ts'
import { tallyHour } from '#store/source-hours.ts'
import {
  findSource,
  holdSources,
  listSources,
  noteFailure,
  noteSuccess,
  type SourceRow,
  setNextPoll,
} from '#store/sources.ts'
import { type Asked, askSource, canBeAsked } from './ask-source.ts'
import type { Context } from './context.ts'
import { subscribeHub } from './subscribe-hub.ts'
import { type TakenIn, takeInMany, wakeCorrelation } from './take-in-posts.ts'
import { type Manners, ordinaryManners, visitHost } from './visit-host.ts'

export type Polled =
  | { outcome: 'gone' | 'failed' | 'not_modified' | 'held' }
  | { outcome: 'taken'; taken: TakenIn }

type Read = Extract<SourceFetch, { ok: true }>

/** A hub has had time to push what is older than this. */
const hubIsGivenMs = 10 * 60_000

/**
 * Asks one source for news, takes in what is new, and promises when it is asked next. A failure is noted on the source
 * and costs nothing else: validators and posts of earlier polls stay as they were.
 */
export async function pollSource(
  context: Context,
  { sourceId }: { sourceId: string },
  manners: Manners = ordinaryManners(),
): Promise<Polled> {
  const source = await findSource(context.db, sourceId)
  if (!source || source.removedAt || source.pausedAt || !canBeAsked(source)) return { outcome: 'gone' }
  const visit = await visitHost(context, source.url, manners)
  if ('waitMs' in visit) {
    await setNextPoll(context.db, source.id, new Date(context.now.getTime() + visit.waitMs))
    return { outcome: 'held' }
  }
  if ('problem' in visit) return fail(context, source, visit.problem)
  const asked = await askSource(context, source).finally(visit.leave)
  if (!asked.fetched.ok) return fail(context, source, asked.fetched.problem)
  return succeed(context, source, asked, asked.fetched)
}

async function succeed(context: Context, source: SourceRow, asked: Asked, read: Read): Promise<Polled> {
  const settle = (db: Queryable, taken: TakenIn) => noteAnswer(context, db, source, asked, read, taken)
  if (read.notModified) {
    await settle(context.db, { taken: 0, known: 0, kept: 0, flagged: 0 })
    return { outcome: 'not_modified' }
  }
  const taken = await takeInMany(context, source, read.posts, settle)
  await wakeCorrelation(context, taken)
  if (read.hints?.hub) await subscribeHub(context, { source, hub: read.hints.hub, topic: read.hints.topic })
  return { outcome: 'taken', taken }
}

async function noteAnswer(
  context: Context,
  db: Queryable,
  source: SourceRow,
  asked: Asked,
  read: Read,
  taken: TakenIn,
): Promise<void> {
  const subscription = await findSubscription(db, source.id)
  const proven = hubStateOf(subscription, context.now) === 'proven'
  const missed = proven && hubKeptSomethingBack(context, read, taken.taken)
  if (missed) await changeSubscription(db, source.id, { missedAt: context.now })
  const caught = { fresh: taken.taken, items: read.posts.length }
  const polled = nextPoll(context, source, asked, read, caught, proven && !missed)
  const found = read.notModified ? null : { ...read.validators, warnings: read.warnings }
  await noteSuccess(db, source.id, context.now, found, polled)
  // Whether an hour was listened to at all is what counts; one note in it is enough.
  if (source.lastSuccessAt && hourOf(source.lastSuccessAt) >= hourOf(context.now)) return
  await tallyHour(db, source.id, context.now, { seen: 0, flagged: 0, polls: 1 })
}

function nextPoll(
  { now }: Context,
  source: SourceRow,
  { validators }: Asked,
  read: Read,
  caught: PollCatch,
  pushed: boolean,
) {
  const polling = afterAnswer(source.polling ?? newPollingMemory, {
    ...caught,
    wishSeconds: wishOf(source),
    publisherSeconds: read.notModified ? undefined : (read.hints?.publisherSeconds ?? null),
    pushed,
    validators,
  })
  return { polling, nextPollAt: later(now, spreadWait(polling.pace.seconds, partOf(source.id))) }
}

/** More is new than can have appeared just now: a pushing hub would have brought the rest. */
function hubKeptSomethingBack({ now }: Context, { posts }: Read, fresh: number): boolean {
  const justNow = now.getTime() - hubIsGivenMs
  return fresh > posts.filter(({ publishedAt }) => !publishedAt || publishedAt.getTime() >= justNow).length
}

async function fail(context: Context, source: SourceRow, problem: SourceProblem): Promise<Polled> {
  context.log.info({ source: source.name, problem: problem.code }, 'a source could not be read')
  const status = typeof problem.details.status === 'number' ? problem.details.status : null
  const retryAfterSeconds = problem.retryAfterSeconds ?? null
  const { memory: polling, waitSeconds } = afterFailure(
    source.polling ?? newPollingMemory,
    { code: problem.code, status, retryAfterSeconds },
    wishOf(source),
  )
  const spread = spreadWait(waitSeconds, partOf(source.id))
  // What a server asks for is a least wait.
  const nextPollAt = later(context.now, retryAfterSeconds === null ? spread : Math.max(waitSeconds, spread))
  await noteFailure(context.db, source.id, context.now, problem, { polling, nextPollAt })
  if (retryAfterSeconds !== null) await holdNeighbours(context.db, source, later(context.now, waitSeconds))
  return { outcome: 'failed' }
}

/** A server that asks for a pause means all of its feeds. */
async function holdNeighbours(db: Database, { url }: SourceRow, until: Date): Promise<void> {
  const host = hostOf(url)
  const neighbours = (await listSources(db)).filter((other) => host !== null && hostOf(other.url) === host)
  await holdSources(
    db,
    neighbours.map(({ id }) => id),
    until,
  )
}

function hostOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).host : null
}

function wishOf({ intervalSeconds }: SourceRow): number {
  return intervalSeconds ?? 300
}

/** From 0 to 1, the source's own for ever. */
function partOf(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16) / 0xffffffff
}

function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + Math.round(seconds * 1_000))
}
