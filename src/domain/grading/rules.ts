import type { Grade } from './grade.ts'

/** What the rules read; a number not stated is 0, so that an unknown never raises a grade. */
export type GradeFacts = {
  gathered: number
  unpaid: number
  owedYuan: number
  /** Signs of danger to life. */
  danger: number
  violence: boolean
  officeOrRoadBlocked: boolean
  gateBlockedOrBanner: boolean
  fled: boolean
  onProject: boolean
  /** Government, state-owned, transport or water project: the provincial target there is zero. */
  publicFunds: boolean
}

/** People and yuan at which each grade begins; settings, with the defaults of domain notes §3.2. */
export type Limits = Record<'I' | 'II' | 'III' | 'IV', GradeLimits>
export type GradeLimits = {
  gathered: number
  unpaid: number
  owedYuanFirm: number
  owedYuanProject: number
}

export const defaultLimits: Limits = {
  I: { gathered: 100, unpaid: 300, owedYuanFirm: 10_000_000, owedYuanProject: 10_000_000 },
  II: { gathered: 30, unpaid: 100, owedYuanFirm: 2_000_000, owedYuanProject: 5_000_000 },
  III: { gathered: 10, unpaid: 30, owedYuanFirm: 500_000, owedYuanProject: 500_000 },
  IV: { gathered: 5, unpaid: 10, owedYuanFirm: 100_000, owedYuanProject: 100_000 },
}

export type GradeRule = {
  id: string
  grade: Exclude<Grade, 'watch'>
  when: (facts: GradeFacts, limits: Limits) => boolean
  /** The facts the rule looked at, for the screen. */
  reads: (facts: GradeFacts) => Record<string, number | string>
}

type CountedGrade = keyof Limits

function countedRules(grade: CountedGrade): GradeRule[] {
  return [
    {
      id: `${grade}_gathered`,
      grade,
      when: (facts, limits) => facts.gathered >= limits[grade].gathered,
      reads: (facts) => ({ gathered: facts.gathered }),
    },
    {
      id: `${grade}_unpaid`,
      grade,
      when: (facts, limits) => facts.unpaid >= limits[grade].unpaid,
      reads: (facts) => ({ unpaid: facts.unpaid }),
    },
    {
      id: `${grade}_owed`,
      grade,
      when: (facts, limits) => {
        const { owedYuanFirm, owedYuanProject } = limits[grade]
        return facts.owedYuan >= (facts.onProject ? owedYuanProject : owedYuanFirm)
      },
      reads: (facts) => ({ owedYuan: facts.owedYuan }),
    },
  ]
}

/** First true line wins (domain notes §3.2). */
export const gradeRules: readonly GradeRule[] = [
  { id: 'I_violence', grade: 'I', when: (facts) => facts.violence, reads: () => ({}) },
  ...countedRules('I'),
  { id: 'II_life', grade: 'II', when: (facts) => facts.danger > 0, reads: () => ({}) },
  { id: 'II_blocked', grade: 'II', when: (facts) => facts.officeOrRoadBlocked, reads: () => ({}) },
  ...countedRules('II'),
  { id: 'III_fled', grade: 'III', when: (facts) => facts.fled, reads: () => ({}) },
  { id: 'III_gate', grade: 'III', when: (facts) => facts.gateBlockedOrBanner, reads: () => ({}) },
  ...countedRules('III'),
  ...countedRules('IV'),
]
