import { createHash } from 'node:crypto'
import { fingerprintText } from '#domain/post/fingerprint.ts'
import { keepableLink } from '#domain/post/link.ts'
import type { Channel, PostReading, RawPost } from '#domain/post/post.ts'
import { readPost, shouldKeep } from '#domain/post/read-post.ts'
import type { Transaction } from '#store/database.ts'
import { keepPosts, type NewPost, rememberSeen } from '#store/posts.ts'
import { readingTables } from '#store/reading-tables.ts'
import { countItems } from '#store/sources.ts'
import type { Context } from './context.ts'

/** A newly added feed brings its archive along; what is older than this wakes nobody. */
const oldAfterMs = 30 * 24 * 3_600_000

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

/**
 * The one door for feeds, hotline, import and intake form: masks, judges and reads each new post,
 * and keeps the text of those that are, or may be, about arrears. Of all others only fingerprint,
 * source and time remain. Runs inside the caller's transaction; call `wakeCorrelation` after it.
 */
export async function takeInPosts(
  context: Context,
  tx: Transaction,
  source: TakeInSource,
  posts: (RawPost & { channel?: Channel })[],
  { confirmed = false }: TakeInOptions = {},
): Promise<TakenIn> {
  const byFingerprint = new Map(posts.map((raw) => [fingerprintOf(source.id, raw), raw]))
  const fresh = await rememberSeen(tx, source.id, [...byFingerprint.keys()], context.now)
  const kept: NewPost[] = []
  let latest: Date | null = null
  for (const [fingerprint, raw] of byFingerprint) {
    if (!fresh.has(fingerprint)) continue
    const reading = readPost(raw, readingTables())
    latest = later(latest, raw.publishedAt ?? context.now)
    if (!confirmed && !shouldKeep(reading)) continue
    kept.push(rowOf(context, source, fingerprint, raw, reading, confirmed))
  }
  await keepPosts(tx, kept)
  const flagged = kept.filter((row) => row.state === 'waiting').length
  await countItems(tx, source.id, { seen: fresh.size, flagged, lastItemAt: latest })
  return { taken: fresh.size, known: posts.length - fresh.size, kept: kept.length, flagged }
}

/** Tells a worker that posts wait; without Redis the scheduler's sweep notices within seconds. */
export async function wakeCorrelation(context: Context, taken: TakenIn): Promise<void> {
  if (taken.flagged > 0) await context.hint('correlate-posts', {}, 'correlate')
}

function rowOf(
  context: Context,
  source: TakeInSource,
  fingerprint: string,
  raw: RawPost & { channel?: Channel },
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

function fingerprintOf(sourceId: string, raw: RawPost): string {
  return createHash('sha256').update(fingerprintText(sourceId, raw)).digest('hex').slice(0, 32)
}

function later(a: Date | null, b: Date): Date {
  return a && a > b ? a : b
}
