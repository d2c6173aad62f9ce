import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { traceOf } from '#platform/error-trace.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { holdIncidents, lockChangedDuties, saveDecided } from '#store/held-incidents.ts'
import { dayCounts, lockCorrelation } from '#store/incidents.ts'
import { postponePost, takeWaitingPosts, type WaitingPost } from '#store/posts.ts'
import type { Context } from './context.ts'
import { followPosts } from './follow-posts.ts'
import { gatherCandidates, storyOf } from './match-incident.ts'
import { spreadSince } from './notice-spread.ts'
import { placePosts, type Told } from './place-posts.ts'

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
  const told = posts.map((post) => toldOf(context, post))
  const days = [...new Set(told.map((one) => shanghaiDay(one.context.now)))]
  const [index, counts] = await Promise.all([
    gatherCandidates(
      tx,
      told.map(({ story }) => story),
      context.now,
    ),
    dayCounts(tx, days),
  ])
  const placed = placePosts(index, told, counts)
  const joined = [...new Set(placed.filter(({ opened }) => !opened).map(({ incidentId }) => incidentId))]
  for (;;) {
    const held = await holdIncidents(tx, joined, spreadSince(context.now))
    const { decided, happened } = followPosts(placed, held)
    // Somebody who accepted meanwhile is not overwritten: what is owed now is locked, and followed from there.
    if (!(await lockChangedDuties(tx, decided))) continue
    await saveDecided(tx, decided)
    await record(tx, happened, { at: context.now, actor: null })
    return
  }
}

/** A worker at it for long has an old moment; a post that came in since then is of its own moment. */
function toldOf(context: Context, post: WaitingPost): Told {
  const { receivedAt } = post
  const current = { ...context, now: new Date(Math.max(receivedAt.getTime(), context.now.getTime())) }
  return { context: current, post, story: storyOf(post) }
}
