import type { Alert } from './alert.ts'

/**
 * One agency's duty when two incidents become one: an acceptance of either counts for both, lease and all, and of two
 * running clocks the one further up the ladder goes on, so that nobody is called twice for one rung.
 */
export function mergeAlerts(kept: Alert, other: Alert): Alert {
  if (kept.state === 'accepted') return kept
  const version = kept.version + 1
  const rung = Math.max(kept.rung, other.rung)
  const unreachable = [...new Set([...kept.unreachable, ...other.unreachable])]
  if (other.state === 'accepted') {
    return { ...kept, ...acceptanceOf(other), rung, unreachable, nextStepAt: null, version }
  }
  return {
    ...kept,
    rung,
    unreachable,
    heardPosts: kept.heardPosts + other.heardPosts,
    dueAt: earlier(kept.dueAt, other.dueAt),
    limitSeconds: Math.min(kept.limitSeconds, other.limitSeconds),
    nextStepAt: furtherStep(kept, other),
    // What one of the two would not put off is not put off.
    snoozeEndsAt: kept.snoozeEndsAt && other.snoozeEndsAt && earlier(kept.snoozeEndsAt, other.snoozeEndsAt),
    version,
  }
}

/** The duty as it stood before a merge, with what has come since: an acceptance, or rungs already called. */
export function restoreAlert(before: Alert, merged: Alert | null, current: Alert): Alert {
  const version = current.version + 1
  if (!merged || before.state === 'accepted') return { ...before, version }
  if (merged.state === 'accepted') {
    return { ...before, ...acceptanceOf(merged), rung: merged.rung, nextStepAt: null, version }
  }
  if (merged.rung <= before.rung) return { ...before, version }
  const { rung, nextStepAt, unreachable, heardPosts } = merged
  return { ...before, rung, nextStepAt, unreachable, heardPosts, snoozeEndsAt: null, version }
}

/** All that is held with an acceptance. */
function acceptanceOf(alert: Alert) {
  const { state, acceptedAt, acceptedBy, promisedStep, promisedAt, leaseFromAt, leaseEndsAt, handover } =
    alert
  const held = { promisedStep, promisedAt, leaseFromAt, leaseEndsAt, handover }
  return { state, acceptedAt, acceptedBy, ...held, lapse: null, snoozeEndsAt: null }
}

function furtherStep(a: Alert, b: Alert): Date | null {
  if (a.rung !== b.rung) return (a.rung > b.rung ? a : b).nextStepAt
  return a.nextStepAt && b.nextStepAt ? earlier(a.nextStepAt, b.nextStepAt) : (a.nextStepAt ?? b.nextStepAt)
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
