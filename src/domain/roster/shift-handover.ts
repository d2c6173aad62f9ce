import type { Holder } from '#domain/alert/alert.ts'
import { ok, type Result, refusal } from '#domain/result.ts'

/** offered: the leaving officer has written it · signed: the coming one has taken the shift over. */
export const handoverStates = ['offered', 'signed', 'declined', 'withdrawn'] as const
export type HandoverState = (typeof handoverStates)[number]

/** 交接班: a whole shift of one agency from the officer who leaves to the one who comes. */
export type ShiftHandover = {
  id: string
  agency: string
  state: HandoverState
  /** End of the shift that is handed over. */
  shiftEndsAt: Date
  by: Holder
  byId: string
  to: Holder
  toId: string
  /** What the leaving officer has written for the coming one; masked. */
  note: string
  offeredAt: Date
  /** When it was signed, declined or withdrawn. */
  decidedAt: Date | null
  /** Why it was declined; masked. */
  reason: string | null
  version: number
}

/** The desk offers to hand over from this long before the shift's end [D]. */
export const handoverOffersSeconds = 60 * 60

/** So long after the shift's end a hand-over can still be signed; later it tells of another shift [D]. */
export const signableSeconds = 2 * 3_600

type Decided = { by: Holder; byId: string; seen: number }
type Code = 'handover_decided' | 'handover_to_another' | 'handover_over' | 'stale_version'

/** The coming officer signs, and has the shift from now on. */
export function signHandover(one: ShiftHandover, decided: Decided, now: Date): Result<ShiftHandover, Code> {
  const refused = notYours(one, decided) ?? decidedBefore(one, decided)
  if (refused) return refused
  const until = new Date(one.shiftEndsAt.getTime() + signableSeconds * 1_000)
  if (now > until) return refusal('handover_over', { at: until.toISOString() })
  return ok({ ...one, ...after(one, 'signed', now) })
}

/** The coming officer does not take it, or the leaving one thinks better of it: all stays as it was. */
export function declineHandover(
  one: ShiftHandover,
  { reason, ...decided }: Decided & { reason: string | null },
  now: Date,
): Result<ShiftHandover, Code> {
  const withdrawn = one.byId === decided.byId
  const refused = (withdrawn ? null : notYours(one, decided)) ?? decidedBefore(one, decided)
  if (refused) return refused
  return ok({ ...one, ...after(one, withdrawn ? 'withdrawn' : 'declined', now), reason })
}

function after({ version }: ShiftHandover, state: HandoverState, now: Date) {
  return { state, decidedAt: now, version: version + 1 }
}

function notYours({ toId, to }: ShiftHandover, { byId }: Decided) {
  return toId === byId ? null : refusal('handover_to_another', { who: to.post })
}

function decidedBefore({ state, decidedAt, to, by, version }: ShiftHandover, { seen }: Decided) {
  if (state !== 'offered') {
    const who = state === 'withdrawn' ? by.post : to.post
    return refusal('handover_decided', { who, at: decidedAt?.toISOString() ?? '' })
  }
  return version === seen ? null : refusal('stale_version')
}
