import { type ContactRung, rungsCalled } from '#domain/contact/contact-rung.ts'
import type { Grade } from '#domain/grading/grade.ts'

/** Why a person is called; its words are in `paging.occasion`. */
export const occasions = [
  'raised',
  'alarmed',
  'escalated',
  'lapsed',
  'returned',
  'handover',
  'shift',
  'call_out',
  'release_asked',
  'release_expired',
  'glass_broken',
  'step',
  'task',
  'supervision',
  'leader',
  'payment',
  'transfer',
  'proceeding',
  'audit',
  'zero_report',
] as const
export type Occasion = (typeof occasions)[number]

/** Whom to call for one occasion: the posts of one agency; the office and the group's leader count for each. */
export type Call = {
  occasion: Occasion
  /** The agency that is asked. */
  agency: string
  rungs: readonly ContactRung[]
  /** The one account that is asked instead of a rung. */
  userId?: string
  /** Rung of the ladder, when one is climbed. */
  ladderRung: number | null
  /** What is accepted by answering; null where there is something to read or do, but nothing to accept. */
  alert: { id: string; version: number } | null
  dueAt: string | null
  /** What makes this occasion the same when it is told twice. */
  subject: string
}

/** The call that goes with an alert on its present rung: one page per person and rung, whatever brought it there. */
export function callForAlert(
  occasion: Occasion,
  alert: { id: string; agency: string; rung: number; version: number; dueAt: string },
  grade: Grade,
): Call {
  const { id, agency, rung, version, dueAt } = alert
  return {
    ...{ occasion, agency, dueAt },
    rungs: rungsCalled(rung, grade),
    ladderRung: rung,
    alert: { id, version },
    subject: `alert/${id}/rung-${rung}`,
  }
}

/** A call to the posts of an overdue duty's level, as a ladder climbs: 0 承办人, 1 科室负责人, 2 副职与办公室, 3 分管领导. */
export function callForLevel(
  occasion: Occasion,
  {
    agency,
    level,
    subject,
    dueAt = null,
  }: { agency: string; level: number; subject: string; dueAt?: string | null },
): Call {
  return {
    ...{ occasion, agency, dueAt, alert: null },
    rungs: rungsCalled(level, 'watch'),
    ladderRung: level,
    subject: `${subject}/level-${level}`,
  }
}
