import type { AlertView } from '#contracts/views.ts'

/** What an agency's square, cell and plate show. `uninvolved`: this agency was never asked. */
export type AcceptanceState =
  | 'unaccepted'
  | 'last_quarter'
  | 'overdue'
  | 'accepted'
  /** Held, and about to fall back unless there is progress. */
  | 'lapsing'
  /** Was held and is owed again. */
  | 'lapsed'
  | 'pending'
  | 'uninvolved'
  | 'unknown'

/** Where one agency stands with one incident at `now`, as far as the log tells. */
export function acceptanceState(alert: AlertView | undefined, now: number): AcceptanceState {
  if (!alert) return 'uninvolved'
  if (alert.state === 'accepted') return isLapsing(alert, now) ? 'lapsing' : 'accepted'
  const left = Date.parse(alert.dueAt) - now
  if (left < 0) return 'overdue'
  if (alert.lapse) return 'lapsed'
  return left < (alert.limitSeconds * 1000) / 4 ? 'last_quarter' : 'unaccepted'
}

/** True while a bright block is due: the agency owes its acceptance. */
export function owesAcceptance(state: AcceptanceState): boolean {
  return state === 'unaccepted' || state === 'last_quarter' || state === 'overdue' || state === 'lapsed'
}

/** The clock that counts: until the acceptance is due, or until it lapses. */
export function countedUntil({ dueAt, lease }: AlertView, state: AcceptanceState): string {
  return state === 'lapsing' && lease ? lease.endsAt : dueAt
}

const hourMs = 3_600_000

/** In the last quarter of its lease, and no earlier than an hour before its end. */
function isLapsing({ lease }: AlertView, now: number): boolean {
  if (!lease) return false
  const [from, end] = [Date.parse(lease.fromAt), Date.parse(lease.endsAt)]
  return end - now < Math.min((end - from) / 4, hourMs)
}

/** The part of its time that `alert` still has, 1 when raised and 0 when due. */
export function shareLeft(alert: AlertView, now: number): number {
  const left = (Date.parse(alert.dueAt) - now) / (alert.limitSeconds * 1000)
  return Math.min(1, Math.max(0, left))
}
