import { ok, type Result, refusal } from '#domain/result.ts'
import { changeSubscription, findSubscriptionByToken } from '#store/hub-subscriptions.ts'
import { findSource } from '#store/sources.ts'
import type { Context } from './context.ts'

export type HubQuestion = {
  token: string
  mode: string | null
  topic: string | null
  challenge: string | null
  leaseSeconds: string | null
  reason: string | null
}

/** A lease is renewed when this part of it is left; a hub that gives less than five minutes gives none. */
const renewedWithLeft = 0.2
const leaseLeastSeconds = 300
const leaseMostSeconds = 90 * 24 * 3_600
const afterDenialMs = 24 * 3_600_000

/**
 * Answers a hub that asks whether the subscription is ours: the challenge, for the topic we asked for and no other.
 * Refusals: no_such_subscription, hub_question_unclear.
 */
export async function answerHub(context: Context, question: HubQuestion): Promise<Result<string>> {
  const subscription = await findSubscriptionByToken(context.db, question.token)
  if (!subscription || subscription.topic !== question.topic) return refusal('no_such_subscription')
  const source = await findSource(context.db, subscription.sourceId)
  const wanted = source !== null && !source.removedAt
  if (question.mode === 'denied') {
    await changeSubscription(context.db, subscription.sourceId, {
      state: 'denied',
      problem: question.reason?.slice(0, 200) ?? null,
      leaseUntil: null,
      askAgainAt: new Date(context.now.getTime() + afterDenialMs),
    })
    return ok('')
  }
  if (!question.challenge) return refusal('hub_question_unclear')
  if (question.mode === 'unsubscribe')
    return wanted ? refusal('no_such_subscription') : ok(question.challenge)
  if (question.mode !== 'subscribe') return refusal('hub_question_unclear')
  if (!wanted) return refusal('no_such_subscription')
  const seconds = leaseOf(question.leaseSeconds)
  await changeSubscription(context.db, subscription.sourceId, {
    state: 'verified',
    problem: null,
    leaseUntil: new Date(context.now.getTime() + seconds * 1_000),
    askAgainAt: new Date(context.now.getTime() + seconds * (1 - renewedWithLeft) * 1_000),
  })
  return ok(question.challenge)
}

/** A lease without a length is taken for a day. */
function leaseOf(written: string | null): number {
  const seconds = /^\d{1,9}$/.test(written ?? '') ? Number(written) : 86_400
  return Math.min(leaseMostSeconds, Math.max(leaseLeastSeconds, seconds))
}
