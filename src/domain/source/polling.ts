import { backOffSeconds, type Failure, type FailureClass, failureClassOf } from './failure.ts'
import { type Pace, type PaceReason, type PollCatch, paceOf } from './pace.ts'
import { newValidatorMemory, type ValidatorMemory } from './validators.ts'

/** All that is remembered of how a source answers, to decide when to ask it again. */
export type PollingMemory = {
  pace: Pace | null
  /** Failures in a row. */
  strikes: number
  failure: FailureClass | null
  /** The latest successful polls, newest last. */
  recent: PollCatch[]
  publisherSeconds: number | null
  validators: ValidatorMemory
}

export const newPollingMemory: PollingMemory = {
  pace: null,
  strikes: 0,
  failure: null,
  recent: [],
  publisherSeconds: null,
  validators: newValidatorMemory,
}

export type { PaceReason }

const remembers = 12

export type Answer = PollCatch & {
  wishSeconds: number
  /** What the document says of its pace; undefined when no document was read. */
  publisherSeconds?: number | null
  pushed: boolean
  validators: ValidatorMemory
}

/** After an answer the strikes are forgotten and the pace follows the news. */
export function afterAnswer(memory: PollingMemory, answer: Answer): PollingMemory & { pace: Pace } {
  const { fresh, items, wishSeconds, pushed, validators } = answer
  // The archive a source brings along at first says nothing about its pace.
  const isFirst = memory.pace === null
  const recent = isFirst ? [] : [...memory.recent, { fresh, items }].slice(-remembers)
  const publisherSeconds =
    answer.publisherSeconds === undefined ? memory.publisherSeconds : answer.publisherSeconds
  const seconds = memory.pace?.seconds ?? null
  const pace = paceOf({ seconds, recent, wishSeconds, publisherSeconds, pushed })
  return { pace, strikes: 0, failure: null, recent, publisherSeconds, validators }
}

/** After a failure one more strike; `waitSeconds` until the next attempt. */
export function afterFailure(
  memory: PollingMemory,
  failure: Failure & { retryAfterSeconds: number | null },
  wishSeconds: number,
): { memory: PollingMemory; waitSeconds: number } {
  const strikes = memory.strikes + 1
  const kind = failureClassOf(failure, strikes)
  const paceSeconds = memory.pace?.seconds ?? Math.min(wishSeconds, 300)
  const waitSeconds = backOffSeconds(kind, strikes, {
    paceSeconds,
    retryAfterSeconds: failure.retryAfterSeconds,
  })
  return { memory: { ...memory, strikes, failure: kind }, waitSeconds }
}
