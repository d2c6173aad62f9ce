import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { ok, type Refusal, refusal } from '#domain/result.ts'

/** One part of a repayment plan; due at the end of that day in Asia/Shanghai. */
export type Instalment = { dueOn: string; fen: number }

export type InstalmentState = Instalment & {
  /** Of its sum, what has been paid so far; payments fill the earliest part first. */
  paidFen: number
  state: 'kept' | 'running' | 'missed'
}

/** More parts than this is no plan but a hope. */
const partsMax = 36

type PlanRefusal = 'plan_empty' | 'plan_too_long' | 'plan_order' | 'plan_in_the_past' | 'plan_sum'

/** A plan must cover exactly what is left, in order, from today on. */
export function admitPlan(
  instalments: readonly Instalment[],
  leftFen: number,
  now: Date,
): { ok: true; value: true } | { ok: false; refusal: Refusal<PlanRefusal> } {
  const [first] = instalments
  if (!first) return refusal('plan_empty')
  if (instalments.length > partsMax) return refusal('plan_too_long', { max: partsMax })
  if (instalments.some(({ dueOn }, index) => dueOn <= (instalments[index - 1]?.dueOn ?? ''))) {
    return refusal('plan_order')
  }
  if (first.dueOn < shanghaiDay(now)) return refusal('plan_in_the_past')
  const planned = instalments.reduce((total, { fen }) => total + fen, 0)
  if (planned !== leftFen) {
    return refusal('plan_sum', { planned: (planned / 100).toFixed(2), left: (leftFen / 100).toFixed(2) })
  }
  return ok(true)
}

/** How each part stands, given what was paid since the plan was signed; the earliest part is filled first. */
export function instalmentStates(
  instalments: readonly Instalment[],
  paidSinceFen: number,
  now: Date,
): InstalmentState[] {
  const today = shanghaiDay(now)
  let rest = paidSinceFen
  return instalments.map((one) => {
    const paidFen = Math.min(one.fen, Math.max(0, rest))
    rest -= paidFen
    const state = paidFen === one.fen ? 'kept' : one.dueOn < today ? 'missed' : 'running'
    return { ...one, paidFen, state }
  })
}

/** Index of the earliest part that is missed; -1 when none is. */
export function firstMissed(states: readonly InstalmentState[]): number {
  return states.findIndex(({ state }) => state === 'missed')
}
