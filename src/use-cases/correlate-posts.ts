import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { traceOf } from '#platform/error-trace.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { saveDecided } from '#store/held-incidents.ts'
import { lockCorrelation } from '#store/incidents.ts'
import { postponePost, takeWaitingPosts, type WaitingPost } from '#store/posts.ts'
import { BatchAtHand } from './batch-at-hand.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'
import { joinPost } from './join-post.ts'
import { type Gathered, gatherCandidates, type Match, matchIncident, storyOf } from './match-incident.ts'
import { spreadSince } from './notice-spread.ts'
import { openIncident } from './open-incident.ts'

/** Posts of one transaction: a storm commits seldom, and an officer who presses meanwhile waits a moment at most. */
const ordinaryBatch = 200

/**
 * Joins every waiting post to an incident, or opens one, and alerts those on its route.
 * A post that fails is put back for later and holds up no other.
 * @returns how many posts were joined.
 */
export async function correlatePosts(context: Context, { batch = ordinaryBatch } = {}): Promise<number> {
  let joined = 0
  for (;;) {
    const { taken, failed } = await correlateNext(context, batch)
    if (taken === 0) return joined
    if (!failed) joined += taken
    // One of several failed and all were rolled back: each is taken by itself, and the bad one steps aside.
    if (failed && taken > 1) joined += await correlateSingly(context, taken)
  }
}

async function correlateSingly(context: Context, times: number): Promise<number> {
  let joined = 0
  for (let at = 0; at < times; at += 1) {
    const { taken, failed } = await correlateNext(context, 1)
    if (taken > 0 && !failed) joined += 1
  }
  return joined
}

async function correlateNext(context: Context, size: number): Promise<{ taken: number; failed: boolean }> {
  let posts: WaitingPost[] = []
  try {
    await context.db.transaction(async (tx) => {
      await lockCorrelation(tx)
      posts = await takeWaitingPosts(tx, context.now, size)
      if (posts.length > 0) await correlateTogether(context, tx, posts)
    })
  } catch (error) {
    const [post] = posts
    if (!post) throw error
    if (posts.length === 1) {
      context.log.error(
        { ...traceOf(error), postId: post.id },
        'a post could not be correlated; it will be tried again',
      )
      await postponePost(context.db, post.id, context.now)
    }
    return { taken: posts.length, failed: true }
  }
  return { taken: posts.length, failed: false }
}

/** Reads at once what all of them may need, decides post by post, and writes at once; the log's lock is taken last. */
async function correlateTogether(context: Context, tx: Transaction, posts: WaitingPost[]): Promise<void> {
  const told = posts.map((post) => ({ post, story: storyOf(post) }))
  const gathered = await gatherCandidates(
    tx,
    told.map(({ story }) => story),
    context.now,
  )
  const batch = new BatchAtHand(tx, gathered.index, spreadSince(context.now))
  await batch.hold(likelyOf(gathered))
  const happened: Happened = []
  for (const { post, story } of told) {
    const current = notBeforeReceipt(context, post)
    const match = matchIncident(gathered, story, current.now)
    const since = await joinOrOpen(current, batch, post, match)
    happened.push(...since.map((one) => ({ ...one, at: current.now })))
  }
  await saveDecided(tx, batch.decided())
  await record(tx, happened, { at: context.now, actor: null })
}

/** Those that share a name or near words are likely to be joined; others are held when they are. */
function likelyOf({ index, found }: Gathered): string[] {
  const ids = [...found.values()].flatMap(({ byName, byText }) => [...byName, ...byText])
  return [...new Set(ids.map((id) => index.holderOf(id)))]
}

/** A worker at it for long has an old moment; a post that came in since then is of its own moment. */
function notBeforeReceipt(context: Context, { receivedAt }: WaitingPost): Context {
  return { ...context, now: receivedAt > context.now ? receivedAt : context.now }
}

async function joinOrOpen(
  context: Context,
  batch: BatchAtHand,
  post: WaitingPost,
  match: Match,
): Promise<Happened> {
  const { incidentId, reason, bands, linkedTo } = match
  if (incidentId) return joinPost(context, batch, post, { incidentId, reason, bands })
  const dayCount = await batch.nextDayCount(shanghaiDay(context.now))
  const { incident, happened } = openIncident(context, post, { linkedTo, dayCount })
  batch.open(incident)
  batch.join(post, { incidentId: incident.id, reason, bands })
  return happened
}
