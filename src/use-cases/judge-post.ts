import type { JudgementView } from '#contracts/review.ts'
import type { PersonView } from '#contracts/views.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { isHeldBack, labelKeptMs, takeBackMs, type Verdict, whatFollows } from '#domain/review/verdict.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { findLabel, insertLabel } from '#store/labels.ts'
import type { PostRow } from '#store/posts.ts'
import { changePost, lockPost } from '#store/review-posts.ts'
import { type Context, recordedActor } from './context.ts'
import { labelFeaturesOf } from './label-features.ts'

/**
 * Writes down what an officer says a doubtful post is. It is carried out ten seconds later, and until then can be
 * taken back. Refusals: already_judged { who, at }, no_such_post, role_may_not, not_your_agency.
 */
export async function judgePost(
  context: Context,
  { postId, verdict }: { postId: string; verdict: Verdict },
): Promise<Result<JudgementView>> {
  const allowed = may(context.actor, 'review_posts')
  if (!allowed.ok) return allowed
  const by = recordedActor(context)
  if (!by) return refusal('role_may_not')
  return context.db.transaction(async (tx) => {
    const post = await lockPost(tx, postId)
    if (!post || !waitsForPerson(post)) return tooLate(tx, postId)
    const settlesAt = new Date(context.now.getTime() + takeBackMs)
    if (!(await insertLabel(tx, labelOf(context, post, verdict, by, settlesAt)))) return tooLate(tx, postId)
    await changePost(tx, postId, {
      state: whatFollows(verdict).consequence === 'correlate' ? 'waiting' : 'judged',
      notBefore: settlesAt,
    })
    const judged = {
      name: 'post.judged',
      data: { postId, verdict, by },
      incidentId: null,
      route: null,
    } as const
    await record(tx, [judged], { at: context.now, actor: by })
    return ok({ postId, verdict, undoUntil: settlesAt.toISOString() })
  })
}

function waitsForPerson({ state, flagged }: PostRow): boolean {
  return state === 'review' || (state === 'elsewhere' && !flagged)
}

async function tooLate(tx: Transaction, postId: string): Promise<Result<never>> {
  const known = await findLabel(tx, postId)
  if (!known) return refusal('no_such_post')
  return refusal('already_judged', { who: known.judgedBy.post, at: known.judgedAt.toISOString() })
}

function labelOf(context: Context, post: PostRow, verdict: Verdict, by: PersonView, settlesAt: Date) {
  const { taught, aboutWages } = whatFollows(verdict)
  return {
    postId: post.id,
    sourceId: post.sourceId,
    verdict,
    taught,
    heldBack: isHeldBack(post.body),
    // The privacy rule: of what is not about wages no text remains, only numbers.
    body: aboutWages ? post.body : null,
    headline: aboutWages ? post.headline : null,
    score: post.score,
    ...labelFeaturesOf(post.body),
    judgedAt: context.now,
    judgedBy: by,
    settlesAt,
    stoodIn: post.state === 'elsewhere' ? ('elsewhere' as const) : ('review' as const),
    expiresAt: new Date(context.now.getTime() + labelKeptMs),
  }
}
