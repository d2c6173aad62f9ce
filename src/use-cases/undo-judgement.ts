import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { deleteLabel, lockLabel } from '#store/labels.ts'
import { changePost, lockPost } from '#store/review-posts.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * Takes back a judgement of one's own duty post that is not carried out yet: the post waits for a person again,
 * and nothing was taught. Refusals: no_such_judgement, too_late_to_undo, not_your_judgement { who }.
 */
export async function undoJudgement(
  context: Context,
  { postId }: { postId: string },
): Promise<Result<{ postId: string }>> {
  const allowed = may(context.actor, 'review_posts')
  if (!allowed.ok) return allowed
  const by = recordedActor(context)
  if (!by) return refusal('role_may_not')
  return context.db.transaction(async (tx) => {
    // The label first, as it is locked when it is carried out.
    const label = await lockLabel(tx, postId)
    if (!label) return refusal('no_such_judgement')
    if (label.judgedBy.post !== by.post || label.judgedBy.agency !== by.agency)
      return refusal('not_your_judgement', { who: label.judgedBy.post })
    const post = await lockPost(tx, postId)
    const stillHere = post && (post.state === 'waiting' || post.state === 'judged')
    if (!stillHere || label.carriedOutAt || context.now >= label.settlesAt) return refusal('too_late_to_undo')
    await deleteLabel(tx, postId)
    await changePost(tx, postId, { state: label.stoodIn, notBefore: null })
    const undone = {
      name: 'post.judgement_undone',
      data: { postId, by },
      incidentId: null,
      route: null,
    } as const
    await record(tx, [undone], { at: context.now, actor: by })
    return ok({ postId })
  })
}
