import { may } from '#domain/permission.ts'
import type { Channel, RawPost } from '#domain/post/post.ts'
import { ok, type Result } from '#domain/result.ts'
import { noteSuccess } from '#store/sources.ts'
import type { Context } from './context.ts'
import { ensureSource } from './ensure-source.ts'
import { takeInPosts, wakeCorrelation } from './take-in-posts.ts'

export type Intake = {
  /** Made by the form when it opened, so that a second press takes nothing in twice. */
  formId: string
  channel: Channel
  text: string
  place: string | null
  employer: string | null
  workers: number | null
  amountYuan: number | null
}

/**
 * Takes in what an officer heard on the phone or at the counter. The officer has judged it:
 * it opens or joins an incident whatever its words are.
 */
export async function takeIntake(context: Context, intake: Intake): Promise<Result<{ isNew: boolean }>> {
  const allowed = may(context.actor, 'take_intake')
  if (!allowed.ok) return allowed
  const taken = await context.db.transaction(async (tx) => {
    const source = await ensureSource(context, tx, { kind: 'intake', name: '值班录入' })
    const taken = await takeInPosts(
      context,
      tx,
      { ...source, channel: intake.channel },
      [rawOf(intake, context.now)],
      {
        confirmed: true,
      },
    )
    await noteSuccess(tx, source.id, context.now, null)
    return taken
  })
  await wakeCorrelation(context, taken)
  return ok({ isNew: taken.taken === 1 })
}

function rawOf(intake: Intake, now: Date): RawPost {
  return {
    externalId: intake.formId,
    title: '',
    text: intake.text,
    url: null,
    publishedAt: now,
    stated: {
      ...(intake.place && { place: intake.place }),
      ...(intake.employer && { employer: intake.employer }),
      ...(intake.workers !== null && { workers: intake.workers }),
      ...(intake.amountYuan !== null && { amountYuan: intake.amountYuan }),
    },
  }
}
