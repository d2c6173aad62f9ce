import { createHash } from 'node:crypto'
import { setImmediate as breath } from 'node:timers/promises'
import { fingerprintText } from '#domain/post/fingerprint.ts'
import { keepableLink } from '#domain/post/link.ts'
import type { Channel, PostReading, RawPost } from '#domain/post/post.ts'
import { readPost, shouldKeep } from '#domain/post/read-post.ts'
import type { Transaction } from '#store/database.ts'
import { keepPosts, type NewPost, rememberSeen, unseenOf } from '#store/posts.ts'
import { growReach } from '#store/reach.ts'
import { readingTables } from '#store/reading-tables.ts'
import { countItems } from '#store/sources.ts'
import type { Context } from './context.ts'

/** A newly added feed brings its archive along; what is older than this wakes nobody. */
const oldAfterMs = 30 * 24 * 3_600_000
/** Some five milliseconds of reading, after which whoever else waits for this process has a turn. */
const readAtOnce = 100

export type TakenIn = {
  /** New to this source. */
  taken: number
  /** Seen before, and left alone. */
  known: number
  /** Kept with their masked text, flagged or doubtful. */
  kept: number
  flagged: number
}

export type TakeInSource = { id: string; channel: Channel }

export type TakeInOptions = {
  /** An officer has heard it: it is about arrears whatever the words are. */
  confirmed?: boolean
}

type SentPost = RawPost & { channel?: Channel }
type ByFingerprint = Map<string, SentPost>

/**
 * The one door for feeds, hotline, import and intake form: masks, judges and reads each new post,
 * and keeps the text of those that are, or may be, about arrears. Of all others only fingerprint,
 * source and time remain. Runs inside the caller's transaction; call `wakeCorrelation` after it.
 */
export async function takeInPosts(
  context: Context,
  tx: Transaction,
  source: TakeInSource,
  posts: SentPost[],
  options: TakeInOptions = {},
): Promise<TakenIn> {
  const sent = byFingerprint(source, posts)
  const fresh = await rememberSeen(tx, source.id, [...sent.keys()], context.now)
  const rows = await readKept(context, source, only(sent, fresh), options)
  await growReach(tx, source.id, knownReach(sent, fresh))
  return settle(context, tx, source, { sent: posts.length, fresh: only(sent, fresh), rows })
}

/**
 * The same door for many posts at once: what is known is left alone and the rest is read before the
 * transaction begins. `alongside` is written in that transaction, or alone when nothing is new.
 */
export async function takeInMany(
  context: Context,
  source: TakeInSource,
  posts: SentPost[],
  alongside: (tx: Transaction, taken: TakenIn) => Promise<void>,
): Promise<TakenIn> {
  const sent = byFingerprint(source, posts)
  const unseen = only(sent, await unseenOf(context.db, source.id, [...sent.keys()]))
  const rows = await readKept(context, source, unseen, {})
  return context.db.transaction(async (tx) => {
    const fresh = await rememberSeen(tx, source.id, [...unseen.keys()], context.now)
    const kept = rows.filter(({ fingerprint }) => fresh.has(fingerprint))
    const taken = await settle(context, tx, source, {
      sent: posts.length,
      fresh: only(unseen, fresh),
      rows: kept,
    })
    await alongside(tx, taken)
    return taken
  })
}

/** Tells a worker that posts wait; without Redis the scheduler's sweep notices within seconds. */
export async function wakeCorrelation(context: Context, taken: TakenIn): Promise<void> {
  if (taken.flagged > 0) await context.hint('correlate-posts', {}, 'correlate')
}

async function settle(
  context: Context,
  tx: Transaction,
  source: TakeInSource,
  { sent, fresh, rows }: { sent: number; fresh: ByFingerprint; rows: NewPost[] },
): Promise<TakenIn> {
  await keepPosts(tx, rows)
  const flagged = rows.filter((row) => row.state === 'waiting').length
  await countItems(tx, source.id, {
    at: context.now,
    seen: fresh.size,
    flagged,
    lastItemAt: latestOf(fresh, context.now),
  })
  return { taken: fresh.size, known: sent - fresh.size, kept: rows.length, flagged }
}

/** Reads posts and makes the rows of those to keep. */
async function readKept(
  context: Context,
  source: TakeInSource,
  posts: ByFingerprint,
  { confirmed = false }: TakeInOptions,
): Promise<NewPost[]> {
  const kept: NewPost[] = []
  let read = 0
  for (const [fingerprint, raw] of posts) {
    if (++read % readAtOnce === 0) await breath()
    const reading = readPost(raw, readingTables())
    if (!confirmed && !shouldKeep(reading)) continue
    kept.push(rowOf(context, source, fingerprint, raw, reading, confirmed))
  }
  return kept
}

function rowOf(
  context: Context,
  source: TakeInSource,
  fingerprint: string,
  raw: SentPost,
  reading: PostReading,
  confirmed: boolean,
): NewPost {
  return {
    id: context.newId(),
    sourceId: source.id,
    fingerprint,
    channel: raw.channel ?? source.channel,
    url: keepableLink(raw.url),
    publishedAt: raw.publishedAt,
    receivedAt: context.now,
    body: reading.body,
    headline: reading.headline,
    label: confirmed ? 'claim' : reading.flag.label,
    score: reading.flag.score,
    flagged: confirmed || reading.flag.flagged,
    reasons: reading.flag.reasons,
    facts: reading.facts,
    state: stateOf(reading, raw.publishedAt, context.now, confirmed),
    views: raw.reach?.views ?? null,
    reposts: raw.reach?.reposts ?? null,
  }
}

function stateOf(
  { flag, facts }: PostReading,
  publishedAt: Date | null,
  now: Date,
  confirmed: boolean,
): NewPost['state'] {
  if (confirmed) return 'waiting'
  if (facts.outOfArea) return 'elsewhere'
  if (publishedAt && now.getTime() - publishedAt.getTime() > oldAfterMs) return 'review'
  // Danger to life alerts by itself: somebody must look now, and the wages are asked about later.
  const danger = facts.danger.length > 0 && flag.label !== 'settled'
  return flag.flagged || danger ? 'waiting' : 'review'
}

function byFingerprint(source: TakeInSource, posts: SentPost[]): ByFingerprint {
  return new Map(posts.map((raw) => [fingerprintOf(source.id, raw), raw]))
}

function fingerprintOf(sourceId: string, raw: RawPost): string {
  return createHash('sha256').update(fingerprintText(sourceId, raw)).digest('hex').slice(0, 32)
}

/** Counts of posts that were taken in before. */
function knownReach(sent: ByFingerprint, fresh: ReadonlySet<string>) {
  return [...sent].flatMap(([fingerprint, { reach }]) =>
    reach && !fresh.has(fingerprint) ? [{ fingerprint, ...reach }] : [],
  )
}

function only(posts: ByFingerprint, wanted: ReadonlySet<string>): ByFingerprint {
  return new Map([...posts].filter(([fingerprint]) => wanted.has(fingerprint)))
}

function latestOf(posts: ByFingerprint, now: Date): Date | null {
  let latest: Date | null = null
  for (const { publishedAt } of posts.values()) {
    const at = publishedAt ?? now
    if (latest === null || at > latest) latest = at
  }
  return latest
}
