import type { Alert } from './alert.ts'

/**
 * One agency's duty when two incidents become one: an acceptance of either counts for both, and of two running
 * clocks the one further up the ladder goes on, so that nobody is called twice for one rung.
 */
export function mergeAlerts(kept: Alert, other: Alert): Alert {
  if (kept.state === 'accepted') return kept
  const version = kept.version + 1
  const rung = Math.max(kept.rung, other.rung)
  if (other.state === 'accepted') {
    const { state, acceptedAt, acceptedBy } = other
    return { ...kept, state, acceptedAt, acceptedBy, rung, nextStepAt: null, version }
  }
  return {
    ...kept,
    rung,
    dueAt: earlier(kept.dueAt, other.dueAt),
    limitSeconds: Math.min(kept.limitSeconds, other.limitSeconds),
    nextStepAt: furtherStep(kept, other),
    version,
  }
}

/** The duty as it stood before a merge, with what has come since: an acceptance, or rungs already called. */
export function restoreAlert(before: Alert, merged: Alert | null, current: Alert): Alert {
  const version = current.version + 1
  if (!merged || before.state === 'accepted') return { ...before, version }
  if (merged.state === 'accepted') {
    const { state, acceptedAt, acceptedBy, rung } = merged
    return { ...before, state, acceptedAt, acceptedBy, rung, nextStepAt: null, version }
  }
  if (merged.rung <= before.rung) return { ...before, version }
  return { ...before, rung: merged.rung, nextStepAt: merged.nextStepAt, version }
}

function furtherStep(a: Alert, b: Alert): Date | null {
  if (a.rung !== b.rung) return (a.rung > b.rung ? a : b).nextStepAt
  return a.nextStepAt && b.nextStepAt ? earlier(a.nextStepAt, b.nextStepAt) : (a.nextStepAt ?? b.nextStepAt)
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
