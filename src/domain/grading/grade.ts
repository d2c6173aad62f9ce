import { type GradeFacts, gradeRules, type Limits } from './rules.ts'

/** Ⅰ 特别重大, Ⅱ 重大, Ⅲ 较大, Ⅳ 一般, 关注 */
export type Grade = 'I' | 'II' | 'III' | 'IV' | 'watch'

const order: readonly Grade[] = ['watch', 'IV', 'III', 'II', 'I']

export type Circumstances = {
  /** Steps a joint-office season raises by; 0 outside. */
  seasonLift: number
  /** At least two sources, or one official line, report it. */
  corroborated: boolean
}

export type GradeReason = {
  base: Grade
  rule: string
  facts: Record<string, number | string>
  modifiers: { rule: string; from: Grade; to: Grade }[]
}

/** Proposes a grade: the first rule that holds, then the modifiers of domain notes §3.2. A person may change it. */
export function proposeGrade(
  facts: GradeFacts,
  circumstances: Circumstances,
  limits: Limits,
): { grade: Grade; reason: GradeReason } {
  const rule = gradeRules.find((one) => one.when(facts, limits))
  const base: Grade = rule?.grade ?? 'watch'
  const reason: GradeReason = {
    base,
    rule: rule?.id ?? 'weaker_than_any_line',
    facts: rule ? rule.reads(facts) : {},
    modifiers: [],
  }
  let grade: Grade = base
  const shift = (name: string, steps: number, ceiling: Grade = 'I') => {
    const to = moved(grade, steps, ceiling)
    if (to === grade) return
    reason.modifiers.push({ rule: name, from: grade, to })
    grade = to
  }
  if (facts.publicFunds) shift('public_funds', 1, 'II')
  if (circumstances.seasonLift > 0) shift('season', circumstances.seasonLift)
  if (!circumstances.corroborated && facts.danger === 0) shift('single_source', -1)
  return { grade, reason }
}

/** Positive when `a` is graver than `b`. */
export function compareGrades(a: Grade, b: Grade): number {
  return order.indexOf(a) - order.indexOf(b)
}

function moved(grade: Grade, steps: number, ceiling: Grade): Grade {
  const at = order.indexOf(grade)
  const top = Math.max(at, order.indexOf(ceiling))
  return order[Math.min(Math.max(at + steps, 0), steps > 0 ? top : at)] ?? grade
}
