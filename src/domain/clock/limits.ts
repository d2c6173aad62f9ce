import type { Grade } from '#domain/grading/grade.ts'
import { nextShanghai, shanghaiMinutes } from './shanghai.ts'
import { afterWorkingDays, type WorkingCalendar } from './working-days.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** The daily sheet (日报) is closed at 16:30 (domain notes §3.3, [P22]). */
const sheet = { hour: 16, minute: 30 }

/**
 * How long something may take.
 * plain: round the clock, because a crowd does not wait for Monday · working_days: office days, the day of the start
 * not counted, ending with office hours · daily_sheet: on the next sheet at 16:30 that is at least `leadSeconds` away.
 */
export type Limit =
  | { in: 'plain'; seconds: number }
  | { in: 'working_days'; days: number }
  | { in: 'daily_sheet'; leadSeconds: number }

export const steps = [
  'phone_report',
  'written_report',
  'on_site',
  'first_response',
  'authoritative_word',
  'facts_verified',
  'follow_up',
  'paid_or_planned',
  'final_report',
] as const
export type Step = (typeof steps)[number]

export type Graded = Exclude<Grade, 'watch'>

/** How long each step may take at each grade; null where the grade owes none. */
export type StepLimits = Record<Step, Record<Graded, Limit | null>>

/** Seconds within which the owner must accept (domain notes §3.5); a watched incident waits for the daily sheet. */
const acceptSeconds: Record<Graded, number> = {
  I: 5 * minute,
  II: 10 * minute,
  III: 15 * minute,
  IV: 30 * minute,
}

/**
 * Domain notes §3.5, a row a step. Minutes and hours run in plain time: reports by phone and in writing (practice of
 * 30/60 min, [P16]–[P19]), 到场, the holding line ([P15]), the authoritative word (国办发〔2016〕61号: 5 h, else 48 h
 * [P13][P14]), 核实, 续报. 付清或签订计划 is counted in working days where it is ten or fifteen, as 劳动保障监察条例 counts
 * the sixty it caps; the seven of a grade Ⅰ and of the season are calendar days (provincial standard, [P1]).
 * 终报 runs from closing; a grade Ⅳ owes none. The office may set its own.
 */
export const defaultStepLimits: StepLimits = {
  phone_report: { I: plain(15 * minute), II: plain(30 * minute), III: plain(hour), IV: onSheet(hour) },
  written_report: { I: plain(30 * minute), II: plain(hour), III: plain(2 * hour), IV: onSheet(2 * hour) },
  on_site: { I: plain(30 * minute), II: plain(30 * minute), III: plain(hour), IV: plain(4 * hour) },
  first_response: { I: plain(hour), II: plain(hour), III: plain(4 * hour), IV: plain(24 * hour) },
  authoritative_word: {
    I: plain(5 * hour),
    II: plain(5 * hour),
    III: plain(48 * hour),
    IV: plain(48 * hour),
  },
  facts_verified: { I: plain(12 * hour), II: plain(24 * hour), III: plain(24 * hour), IV: plain(48 * hour) },
  follow_up: { I: plain(hour), II: plain(2 * hour), III: plain(4 * hour), IV: onSheet(4 * hour) },
  paid_or_planned: { I: plain(7 * day), II: workingDays(10), III: workingDays(15), IV: workingDays(15) },
  final_report: { I: plain(24 * hour), II: plain(24 * hour), III: plain(48 * hour), IV: null },
}

/** In a joint-office season every grade has a week to pay or sign a plan (provincial standard, [P1]). */
const paidInSeason = plain(7 * day)

/** Owed only where the claim was public. */
const publicSteps: ReadonlySet<Step> = new Set<Step>(['first_response', 'authoritative_word'])

/** Limits the law sets beside the steps, each as its text counts (domain notes §3.3, §3.4). */
export const legalLimits = {
  /** 劳动保障监察条例: 受理 within five working days. */
  inspection_accepted: workingDays(5),
  /** 劳动保障监察条例: 办结 within sixty working days. */
  inspection_closed: workingDays(60),
  /** 信访工作条例: 告知 within fifteen days. */
  petition_answered: plain(15 * day),
  /** 信访工作条例: 办结 within sixty days. */
  petition_closed: plain(60 * day),
  /** 国令310: 移送 decided within three days, handed over within 24 hours, police decide within three days. */
  transfer_decided: plain(3 * day),
  transfer_handed_over: plain(24 * hour),
  police_decided: plain(3 * day),
  /** 人社部发〔2021〕65号: 保证金 refilled within ten working days. */
  deposit_refilled: workingDays(10),
  /** Review after the final report (§3.5). */
  reviewed: workingDays(7),
} as const satisfies Record<string, Limit>

/** When something that began at `since` is due; never at or before `since`. */
export function dueOf(
  limit: Limit,
  since: Date,
  calendar: WorkingCalendar,
): { dueAt: Date; provisional: boolean } {
  switch (limit.in) {
    case 'plain':
      return { dueAt: new Date(since.getTime() + limit.seconds * 1_000), provisional: false }
    case 'working_days':
      return afterWorkingDays(calendar, since, limit.days)
    case 'daily_sheet': {
      const notBefore = new Date(since.getTime() + limit.leadSeconds * 1_000)
      return { dueAt: nextShanghai(notBefore, sheet.hour, sheet.minute), provisional: false }
    }
  }
}

/** Whether the season's week to pay counts, and the limits in force; the product's own where none are given. */
export type LimitsInForce = { inSeason: boolean; limits?: StepLimits }

/** The limit of one step; null where the grade owes none. */
export function limitOf(
  grade: Grade,
  step: Step,
  { inSeason, limits = defaultStepLimits }: LimitsInForce,
): Limit | null {
  if (grade === 'watch') return null
  return step === 'paid_or_planned' && inSeason ? paidInSeason : limits[step][grade]
}

/** The steps an open incident owes: none while it is only watched, no public reply where the claim was not public. */
export function stepsOwed(
  grade: Grade,
  { online, ...inForce }: { online: boolean } & LimitsInForce,
): { step: Step; limit: Limit }[] {
  return steps.flatMap((step) => {
    if (step === 'final_report' || (publicSteps.has(step) && !online)) return []
    const limit = limitOf(grade, step, inForce)
    return limit ? [{ step, limit }] : []
  })
}

/** Seconds each later rung of the ladder has; only the first may wait for the morning or the daily sheet. */
export function rungSeconds(grade: Grade): number {
  return grade === 'watch' ? day : acceptSeconds[grade]
}

/** When the owner must have accepted; between 20:00 and 08:00 a grade Ⅳ waits until 08:30. A graver grade is never due later. */
export function acceptanceDue(grade: Grade, raisedAt: Date): { dueAt: Date; limitSeconds: number } {
  if (grade === 'watch') {
    // A sheet that is written within the half hour of a grade Ⅳ is too near; it goes on the next day's.
    const notBefore = new Date(raisedAt.getTime() + acceptSeconds.IV * 1_000)
    return until(raisedAt, nextShanghai(notBefore, sheet.hour, sheet.minute))
  }
  const minutes = shanghaiMinutes(raisedAt)
  const night = minutes >= 20 * 60 || minutes < 8 * 60
  if (grade === 'IV' && night) return until(raisedAt, nextShanghai(raisedAt, 8, 30))
  const limitSeconds = acceptSeconds[grade]
  return { dueAt: new Date(raisedAt.getTime() + limitSeconds * 1_000), limitSeconds }
}

function until(from: Date, dueAt: Date) {
  return { dueAt, limitSeconds: Math.round((dueAt.getTime() - from.getTime()) / 1_000) }
}

function plain(seconds: number): Limit {
  return { in: 'plain', seconds }
}

function workingDays(days: number): Limit {
  return { in: 'working_days', days }
}

function onSheet(leadSeconds: number): Limit {
  return { in: 'daily_sheet', leadSeconds }
}
