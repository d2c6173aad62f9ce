import type { Holder } from '#domain/alert/alert.ts'
import { type Moves, stateAfter } from '#domain/moves.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { IncidentKind } from '#domain/task/checklist.ts'

/** 已通知 → 在途 → 到达; or 不能到. */
export const calledStates = ['called', 'coming', 'arrived', 'unable'] as const
export type CalledState = (typeof calledStates)[number]

/** 出发, 到达, 不能到 */
export const callOutAnswers = ['come', 'arrive', 'decline'] as const
export type CallOutAnswer = (typeof callOutAnswers)[number]

/** Whoever said he could not may still come; nobody un-arrives. */
export const legalAnswers: Moves<CalledState, CallOutAnswer> = {
  come: { from: ['called', 'unable'], to: 'coming' },
  arrive: { from: ['called', 'coming', 'unable'], to: 'arrived' },
  decline: { from: ['called', 'coming'], to: 'unable' },
}

/** One post of one agency that was called, and what it answered. */
export type CalledPost = {
  id: string
  callOutId: string
  incidentId: string
  agency: string
  /** A role such as 值班领导, never a name. */
  post: string
  /** What it comes for. */
  duty: string
  state: CalledState
  calledAt: Date
  answeredAt: Date | null
  answeredBy: Holder | null
  /** Minutes until it arrives, as it said itself. */
  etaMinutes: number | null
  arrivedAt: Date | null
  /** Why it cannot come. */
  note: string | null
  version: number
}

/** More posts than this at once are a mass call-out, which a second person lets go [D]. */
export const massCallOutAbove = 10

/** One line of the call-out list, as data. */
export type CallOutLine = {
  key: string
  /** An agency's key; `territory` is found by place. */
  agency: string
  kinds: IncidentKind[]
  post: string
  duty: string
}

export type PostToCall = { key: string; agency: string; post: string; duty: string }

/** Whom the list names for this kind of incident in this place, once each; without a place no territory is called. */
export function postsToCall(
  lines: readonly CallOutLine[],
  kinds: readonly IncidentKind[],
  territories: readonly string[],
): PostToCall[] {
  const found = new Map<string, PostToCall>()
  for (const { key, agency, kinds: when, post, duty } of lines) {
    if (!when.some((kind) => kinds.includes(kind))) continue
    for (const one of agency === 'territory' ? territories : [agency]) {
      if (!found.has(`${one} ${post}`)) found.set(`${one} ${post}`, { key, agency: one, post, duty })
    }
  }
  return [...found.values()]
}

/** Records an answer; the same answer again changes nothing and is told so. */
export function answerCall(
  called: CalledPost,
  answer: CallOutAnswer,
  words: { etaMinutes: number | null; note: string | null },
  by: Holder,
  now: Date,
): Result<CalledPost, 'wrong_state' | 'reason_needed'> {
  const next = stateAfter(legalAnswers, called.state, answer)
  if (!next.ok) return next
  if (answer === 'decline' && !words.note) return refusal('reason_needed')
  return ok({
    ...called,
    state: next.value,
    answeredAt: called.answeredAt ?? now,
    answeredBy: by,
    etaMinutes: answer === 'come' ? words.etaMinutes : called.etaMinutes,
    arrivedAt: answer === 'arrive' ? now : called.arrivedAt,
    note: answer === 'decline' ? words.note : null,
    version: called.version + 1,
  })
}

/** Unanswered first, then on the way, then unable, then there. */
const order: readonly CalledState[] = ['called', 'coming', 'unable', 'arrived']

export function byAnswer(a: { state: CalledState }, b: { state: CalledState }): number {
  return order.indexOf(a.state) - order.indexOf(b.state)
}
