import type { CallOutAnswerView } from '#contracts/handling.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { incidentRules } from '#store/incident-rules.ts'
import { askReleaseIn } from './ask-release.ts'
import { callPosts, mayCall, type WantedPost } from './call-posts.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * Calls out posts of the list by role; more than ten at once wait for a second person.
 * Refusals: those of `mayCall`, and those of asking for a release.
 */
export async function sendCallOut(
  context: Context,
  { incidentId, posts }: { incidentId: string; posts: WantedPost[] },
): Promise<Result<CallOutAnswerView>> {
  return context.db.transaction(async (tx) => {
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const free = await mayCall(context, tx, incidentId, posts)
    if (!free.ok) return free
    const wanted = free.value.posts.map(({ agency, post }) => ({ agency, post }))
    if (wanted.length > incidentRules().response.massCallOutAbove) {
      const payload = { posts: wanted }
      const asked = await askReleaseIn(context, tx, {
        kind: 'mass_call_out',
        incidentId,
        payload,
        reason: null,
      })
      return asked.ok ? ok({ sent: 0, waits: true }) : asked
    }
    const called = await callPosts(context, tx, { incidentId, posts: wanted }, by)
    return called.ok ? ok({ sent: called.value.length, waits: false }) : called
  })
}
