import { ok, type Result, refusal } from '#domain/result.ts'

/** 属实 · 部分属实 · 不实 · 暂无法核实 */
export const outcomes = ['true', 'partly', 'untrue', 'unverifiable'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * Why wages are owed, in the words of the founding document: 挂靠 · 违法分包 · 转包 · 拖欠工程款 · 以审计为由 ·
 * 打给包工头 · 经营困难 · 逃匿 · 其他.
 */
export const causes = [
  'affiliation',
  'illegal_subcontract',
  'resold_contract',
  'project_money_owed',
  'audit_as_excuse',
  'paid_to_foreman',
  'hard_business',
  'flight',
  'other',
] as const
export type Cause = (typeof causes)[number]

/** 文书凭证 · 现场核查 · 询问笔录 */
export const evidenceKinds = ['document', 'site_visit', 'statement'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What a finding rests on: told in words, never a file; a document may be named by its hash. */
export type Evidence = {
  kind: EvidenceKind
  text: string
  /** Name of a document that is kept elsewhere. */
  document: string | null
  /** SHA-256 of it, 64 hexadecimal digits. */
  sha256: string | null
}

/** 网传 / 事实 / 依据, one line of the comparison a clarification shows. */
export type Comparison = { claimed: string; found: string; basis: string }

/** What somebody found out on site, as far as it may be told. */
export type Findings = {
  outcome: Outcome
  /** The employer as its papers name it; null while unknown. */
  employer: string | null
  workers: number | null
  owedYuan: number | null
  paidYuan: number | null
  causes: readonly Cause[]
  /** 核查经过: who looked, when and how. */
  course: string
  comparisons: readonly Comparison[]
  nextStep: string | null
  /** When it is tried again; only where nothing could be verified. */
  nextTryAt: Date | null
  evidence: readonly Evidence[]
}

export type Verification = Findings & {
  id: string
  incidentId: string
  /** 1, and one more at each verification anew; the last one counts. */
  round: number
  at: Date
  by: { post: string; agency: string | null }
}

export type FindingsCode =
  | 'evidence_missing'
  | 'course_missing'
  | 'next_try_missing'
  | 'workers_missing'
  | 'amount_missing'
  | 'cause_missing'
  | 'next_step_missing'
  | 'comparison_missing'
  | 'more_paid_than_owed'
  | 'untrue_owes_nothing'

/** Whether findings are whole; nothing is called true, partly true or untrue without what that word rests on. */
export function checkFindings(findings: Findings, now: Date): Result<Findings, FindingsCode> {
  const missing = commonLack(findings) ?? lackOf[findings.outcome](findings, now)
  return missing ? refusal(missing) : ok(findings)
}

/** A verification that settles what is so; 暂无法核实 settles nothing. */
export function isConclusive({ outcome }: Pick<Findings, 'outcome'>): boolean {
  return outcome !== 'unverifiable'
}

/** The word that counts today: the last verification, if it settled anything. */
export function standingVerification<One extends Pick<Verification, 'outcome' | 'round'>>(
  history: readonly One[],
): One | null {
  const last = history.reduce<One | null>((best, one) => (best && best.round > one.round ? best : one), null)
  return last && isConclusive(last) ? last : null
}

function commonLack({ evidence, course }: Findings): FindingsCode | null {
  if (evidence.length === 0 || evidence.some(({ text }) => text.trim() === '')) return 'evidence_missing'
  return course.trim() === '' ? 'course_missing' : null
}

const lackOf: Record<Outcome, (findings: Findings, now: Date) => FindingsCode | null> = {
  true: lackOfArrears,
  partly: (findings) =>
    lackOfArrears(findings) ?? (findings.comparisons.length === 0 ? 'comparison_missing' : null),
  untrue({ owedYuan, paidYuan, comparisons }) {
    if ((owedYuan ?? 0) > (paidYuan ?? 0)) return 'untrue_owes_nothing'
    return comparisons.length === 0 ? 'comparison_missing' : null
  },
  unverifiable: ({ nextTryAt }, now) => (nextTryAt && nextTryAt > now ? null : 'next_try_missing'),
}

function lackOfArrears({ workers, owedYuan, paidYuan, causes, nextStep }: Findings): FindingsCode | null {
  if (!workers) return 'workers_missing'
  if (!owedYuan) return 'amount_missing'
  if ((paidYuan ?? 0) > owedYuan) return 'more_paid_than_owed'
  if (causes.length === 0) return 'cause_missing'
  return nextStep?.trim() ? null : 'next_step_missing'
}
