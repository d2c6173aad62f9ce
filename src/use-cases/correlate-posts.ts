import { traceOf } from '#platform/error-trace.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { lockCorrelation } from '#store/incidents.ts'
import { postponePost, takeWaitingPosts } from '#store/posts.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'
import { joinPost } from './join-post.ts'
import { matchIncident } from './match-incident.ts'
import { type CorrelatedPost, openIncident } from './open-incident.ts'

/** Posts of one transaction: a storm commits seldom, and an officer who presses meanwhile waits a moment at most. */
const batch = 40

/**
 * Joins every waiting post to an incident, or opens one, and alerts those on its route.
 * A post that fails is put back for later and holds up no other.
 * @returns how many posts were joined.
 */
export async function correlatePosts(context: Context): Promise<number> {
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
  let posts: CorrelatedPost[] = []
  try {
    await context.db.transaction(async (tx) => {
      await lockCorrelation(tx)
      posts = await takeWaitingPosts(tx, context.now, size)
      const moments: { at: Date; happened: Happened }[] = []
      for (const post of posts) {
        const current = notBeforeReceipt(context, post)
        moments.push({ at: current.now, happened: await joinOrOpen(current, tx, post) })
      }
      await recordInOrder(tx, moments)
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

/** The log's lock is taken last, so that nobody else's writing waits for ours longer than it must. */
async function recordInOrder(tx: Transaction, moments: { at: Date; happened: Happened }[]): Promise<void> {
  let rest = moments
  while (rest[0]) {
    const { at } = rest[0]
    const others = rest.findIndex((moment) => moment.at.getTime() !== at.getTime())
    const same = others < 0 ? rest : rest.slice(0, others)
    await record(
      tx,
      same.flatMap(({ happened }) => happened),
      { at, actor: null },
    )
    rest = rest.slice(same.length)
  }
}

/** A worker at it for long has an old moment; a post that came in since then is of its own moment. */
function notBeforeReceipt(context: Context, { receivedAt }: CorrelatedPost): Context {
  return { ...context, now: receivedAt > context.now ? receivedAt : context.now }
}

async function joinOrOpen(context: Context, tx: Transaction, post: CorrelatedPost): Promise<Happened> {
  const match = await matchIncident(tx, post, context.now)
  if (match.incidentId) return joinPost(context, tx, post, match.incidentId, match)
  return (await openIncident(context, tx, post, match)).happened
}
