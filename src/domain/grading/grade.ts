import { type GradeFacts, type GradeRules, holds, type ModifierName, readBy } from './rules.ts'

/** Ⅰ 特别重大, Ⅱ 重大, Ⅲ 较大, Ⅳ 一般, 关注 */
export type Grade = 'I' | 'II' | 'III' | 'IV' | 'watch'

const order: readonly Grade[] = ['watch', 'IV', 'III', 'II', 'I']

export type Circumstances = {
  /** Steps a joint-office season raises by; 0 outside. */
  seasonLift: number
  /** Within the protected circle of an event of state, in its days. */
  nearProtectedEvent: boolean
  /** At least two sources, one official line or an officer report it. */
  corroborated: boolean
}

export type GradeReason = {
  base: Grade
  rule: string
  facts: Record<string, number | string>
  modifiers: { rule: string; from: Grade; to: Grade }[]
  /** Present where the general emergency plan takes over. */
  generalPlan?: true
}

export type Proposal = { grade: Grade; reason: GradeReason }

/** Proposes a grade: the first line that holds, then the modifiers of domain notes §3.2. A person may change it. */
export function proposeGrade(facts: GradeFacts, circumstances: Circumstances, rules: GradeRules): Proposal {
  const line = rules.lines.find((one) => holds(one, facts))
  const base: Grade = line?.grade ?? 'watch'
  const { gathered, dead } = rules.generalPlan
  const reason: GradeReason = {
    base,
    rule: line?.id ?? 'weaker_than_any_line',
    facts: line ? readBy(line, facts) : {},
    modifiers: [],
    ...((facts.gathered >= gathered || facts.dead >= dead) && { generalPlan: true as const }),
  }
  let grade: Grade = base
  const shift = (name: ModifierName, steps: number, ceiling: Grade = 'I') => {
    const to = rules.modifiers[name] ? moved(grade, steps, ceiling) : grade
    if (to === grade) return false
    reason.modifiers.push({ rule: name, from: grade, to })
    grade = to
    return true
  }
  if (facts.publicFunds) shift('public_funds', 1, 'II')
  if (facts.vulnerable) shift('vulnerable', 1)
  if (facts.notsStir) shift('four_nots', 1)
  // The season and the protected circle are one reason to be stricter, not two.
  const seasonLifted = circumstances.seasonLift > 0 && shift('season', circumstances.seasonLift)
  if (circumstances.nearProtectedEvent && !seasonLifted) shift('protected_event', 1)
  if (!circumstances.corroborated && !hidesDanger(facts)) shift('single_source', -1)
  return { grade, reason }
}

/** Positive when `a` is graver than `b`. */
export function compareGrades(a: Grade, b: Grade): number {
  return order.indexOf(a) - order.indexOf(b)
}

/** What a reason led to. */
export function gradeOfReason({ base, modifiers }: GradeReason): Grade {
  return modifiers.at(-1)?.to ?? base
}

/** A single voice is doubted, but not when it cries for help. */
function hidesDanger({ danger, dead, badlyHurt }: GradeFacts): boolean {
  return danger + dead + badlyHurt > 0
}

function moved(grade: Grade, steps: number, ceiling: Grade): Grade {
  const at = order.indexOf(grade)
  const top = Math.max(at, order.indexOf(ceiling))
  return order[Math.min(Math.max(at + steps, 0), steps > 0 ? top : at)] ?? grade
}
