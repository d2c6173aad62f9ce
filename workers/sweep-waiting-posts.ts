import type { Producer } from '#platform/queue.ts'
import { postsWaitSince } from '#store/posts.ts'
import type { Context } from '#use-cases/context.ts'
import { correlatePosts } from '#use-cases/correlate-posts.ts'

/** A post that still waits after this long has lost its hint. */
const hintLostAfterMs = 2_000

/** Wakes a worker for posts that wait too long; while Redis is away, and nobody can be woken, correlates them itself. */
export async function sweepWaitingPosts(context: Context, queue: Producer): Promise<void> {
  const before = new Date(context.now.getTime() - hintLostAfterMs)
  if (!(await postsWaitSince(context.db, before, context.now))) return
  if (await queue.ping()) await queue.hint('correlate-posts', {}, 'correlate')
  else await correlatePosts(context)
}
