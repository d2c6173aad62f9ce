import { ok, type Result, refusal } from '#domain/result.ts'

/** 不激化、不蔓延、不升级、不转化 (seed 五(三)): each is set at every follow-up report; true says that it is happening. */
export const fourNots = ['hotter', 'spreading', 'growing', 'changing'] as const
export type FourNot = (typeof fourNots)[number]

/** Null: not assessed. */
export type NotAnswers = Record<FourNot, boolean | null>

export type NotsAssessment = {
  answers: Record<FourNot, boolean>
  /** Since when each has been happening without a break; null where it is not. */
  since: Record<FourNot, Date | null>
  evidence: string
  at: Date
}

/**
 * Sets all four at once, with the sentence they rest on: a follow-up without one of them is none.
 * What was already happening keeps the moment it began.
 */
export function assessNots(
  before: NotsAssessment | null,
  answers: NotAnswers,
  evidence: string,
  now: Date,
): Result<NotsAssessment, 'four_nots_missing' | 'evidence_needed'> {
  const missing = fourNots.filter((one) => answers[one] === null)
  if (missing.length > 0) return refusal('four_nots_missing', { count: missing.length })
  if (evidence.trim() === '') return refusal('evidence_needed')
  const set = answers as Record<FourNot, boolean>
  const since = Object.fromEntries(
    fourNots.map((one) => [one, set[one] ? (before?.since[one] ?? now) : null]),
  ) as Record<FourNot, Date | null>
  return ok({ answers: set, since, evidence: evidence.trim(), at: now })
}

/** Those that are happening; any of them proposes a graver grade. */
export function burning({ answers }: Pick<NotsAssessment, 'answers'>): FourNot[] {
  return fourNots.filter((one) => answers[one])
}

/** Those that happen now and did not before: what a person must hear of. */
export function newlyBurning(before: NotsAssessment | null, now: NotsAssessment): FourNot[] {
  return burning(now).filter((one) => !before?.answers[one])
}
