import { type Alert, topRung } from '#domain/alert/alert.ts'
import { rungSeconds } from '#domain/clock/limits.ts'
import type { Grade } from '#domain/grading/grade.ts'
import type { Reaches } from './reach.ts'

/** 承办人与替班 · 科室负责人 · 副职与办公室 · 分管领导 (domain notes §3.5). */
export const ladder = ['duty', 'section_head', 'deputy_and_office', 'leader'] as const

/** What a climb came to: every rung it called, in order, and which of them had nobody. */
export type Climb = { alert: Alert; called: number[]; empty: number[] }

export type Climbing = {
  grade: Grade
  /** Posts the incident tells of now. */
  posts: number
  reaches: Reaches
}

/**
 * Climbs one rung when the present one has run out; null when nothing is due.
 * A sweep that comes late still climbs one rung at a time, so nobody is skipped;
 * a rung lasts as long as the grade allows, however long the first wait was.
 */
export function nextStep(alert: Alert, climbing: Climbing, now: Date): Climb | null {
  if (!climbs(alert) || alert.nextStepAt === null || alert.nextStepAt > now) return null
  return callFrom(alert, alert.rung + 1, climbing, now)
}

/** Nobody is reachable on the rung that was called: it is named, and the next one is called at once. */
export function leaveEmptyRung(alert: Alert, climbing: Climbing, now: Date): Climb | null {
  if (!climbs(alert) || alert.nextStepAt === null || alert.unreachable.includes(alert.rung)) return null
  if (climbing.reaches(alert.agency, alert.rung) !== 'nobody') return null
  const named = { ...alert, unreachable: [...alert.unreachable, alert.rung] }
  const climb = callFrom(named, alert.rung + 1, climbing, now)
  return { ...climb, empty: [alert.rung, ...climb.empty] }
}

/** A person calls the next rung before its time; null where there is none. */
export function climbByHand(alert: Alert, climbing: Climbing, now: Date): Climb | null {
  if (!climbs(alert) || alert.rung >= topRung) return null
  return callFrom(alert, alert.rung + 1, climbing, now)
}

function climbs(alert: Alert): boolean {
  return alert.state === 'unaccepted' && alert.endedAt === null
}

/** Calls `first`, and while nobody is reachable the next above it, as far as the ladder goes. */
function callFrom(alert: Alert, first: number, { grade, posts, reaches }: Climbing, now: Date): Climb {
  const called: number[] = []
  const empty: number[] = []
  let rung = Math.min(first, topRung)
  for (; ; rung += 1) {
    called.push(rung)
    if (reaches(alert.agency, rung) !== 'nobody') break
    empty.push(rung)
    if (rung === topRung) break
  }
  const limitSeconds = rungSeconds(grade)
  return {
    alert: {
      ...alert,
      rung,
      limitSeconds,
      heardPosts: posts,
      unreachable: [...new Set([...alert.unreachable, ...empty])],
      nextStepAt: rung === topRung ? null : new Date(now.getTime() + limitSeconds * 1_000),
      snoozeEndsAt: null,
      changedAt: now,
      changedBy: null,
      version: alert.version + 1,
    },
    called,
    empty,
  }
}
