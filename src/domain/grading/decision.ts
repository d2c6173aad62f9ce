import { ok, type Result, refusal } from '#domain/result.ts'
import { compareGrades, type Grade, type GradeReason, gradeOfReason, type Proposal } from './grade.ts'

/** What a person said of a grade; `proposed` is the proposal that person saw. */
export type GradeDecision = {
  grade: Grade
  proposed: Grade
  reason: string | null
  by: { post: string; agency: string | null }
  /** ISO 8601 */
  at: string
}

export type Graded = { grade: Grade; gradeReason: GradeReason; gradeDecision: GradeDecision | null }

export type Standing = 'proposed' | 'decided' | 'overtaken'

/** A proposal nobody has confirmed, a person's word, or a graver proposal that came after it and waits for one. */
export function standingOf({
  grade,
  gradeDecision,
}: {
  grade: Grade
  gradeDecision: { grade: Grade } | null
}): Standing {
  if (!gradeDecision) return 'proposed'
  return gradeDecision.grade === grade ? 'decided' : 'overtaken'
}

/**
 * The grade after new facts were read. Without a person's word it is the proposal, which a post may raise and only a
 * retelling may lower (`mayFall`); over a person's word only a proposal graver than the one that person saw counts.
 */
export function followProposal(
  known: Graded,
  proposal: Proposal,
  mayFall: boolean,
): Pick<Graded, 'grade' | 'gradeReason'> {
  const { gradeDecision: decision } = known
  const fallen = compareGrades(proposal.grade, gradeOfReason(known.gradeReason)) < 0
  const gradeReason = fallen && !mayFall ? known.gradeReason : proposal.reason
  if (!decision) return { grade: gradeOfReason(gradeReason), gradeReason }
  const news = compareGrades(proposal.grade, decision.proposed) > 0
  const graver = compareGrades(proposal.grade, known.grade) > 0
  return { grade: news && graver ? proposal.grade : known.grade, gradeReason }
}

/** Of two incidents found to be one event: the graver grade, with the word of whoever spoke of it. */
export function graverOf<One extends Graded>(into: One, other: One): One {
  return compareGrades(other.grade, into.grade) > 0 ? other : into
}

export const shortestReason = 4

export type DecideCode = 'facts_changed_since' | 'reason_needed' | 'grade_stands'

/** Whether the word may be taken as it is given: about the proposal in force, and with a reason where it differs from it. */
export function checkDecision(
  known: Graded,
  said: { grade: Grade; seen: Grade; reason: string | null },
): Result<true, DecideCode> {
  const proposed = gradeOfReason(known.gradeReason)
  if (said.seen !== proposed) return refusal('facts_changed_since', { grade: proposed })
  const decided = known.gradeDecision
  if (decided?.grade === said.grade && decided.proposed === proposed && known.grade === said.grade)
    return refusal('grade_stands', { who: decided.by.post, at: decided.at })
  const reasoned = (said.reason ?? '').trim().length >= shortestReason
  return said.grade === proposed || reasoned
    ? ok(true)
    : refusal('reason_needed', { letters: shortestReason })
}

/** Ⅰ is set by hand, or lowered from, only with a second person; what the rules propose needs one to confirm. */
export function needsSecondPerson(known: Graded, grade: Grade): boolean {
  const proposed = gradeOfReason(known.gradeReason)
  return grade === 'I' ? proposed !== 'I' && known.grade !== 'I' : known.grade === 'I'
}

export function decisionKind({
  grade,
  proposed,
}: Pick<GradeDecision, 'grade' | 'proposed'>): 'confirmed' | 'raised' | 'lowered' {
  const steps = compareGrades(grade, proposed)
  return steps === 0 ? 'confirmed' : steps > 0 ? 'raised' : 'lowered'
}
