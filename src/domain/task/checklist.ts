import type { Limit } from '#domain/clock/limits.ts'
import { countTerm, type Term } from '#domain/clock/term.ts'
import type { WorkingCalendar } from '#domain/clock/working-days.ts'
import type { Grade } from '#domain/grading/grade.ts'
import type { IncidentFacts } from '#domain/incident/incident.ts'
import type { Sector } from '#domain/routing/route-tree.ts'

/** What kind of incident it is, as far as a checklist asks; an incident may be of several. */
export type IncidentKind = 'any' | 'danger' | 'gathering' | 'fled' | 'project' | 'factory'

/** One line of the checklist, as data: for which grades and kinds, who, within how long, on what sentence it rests. */
export type ChecklistLine = {
  key: string
  what: string
  /** An agency's key; `territory` and `sector` are found by place and kind. */
  agency: string
  kinds: IncidentKind[]
  /** Until it is due, by grade; a grade without a figure in either does not propose it. Minutes run round the clock. */
  minutes: Partial<Record<Grade, number>>
  workingDays?: Partial<Record<Grade, number>>
  /** The incident cannot be closed while it is open. */
  required: boolean
  basis: string
}

export type TaskProposal = {
  kind: string
  what: string
  agency: string
  term: Term
  required: boolean
  basis: string
}

export type ProposalSubject = {
  grade: Grade
  kinds: readonly IncidentKind[]
  territories: readonly string[]
  sector: Sector | null
  /** Kinds of tasks already assigned and not withdrawn. */
  assigned: readonly string[]
}

const agencyOfSector: Record<Sector, string> = {
  construction: 'jw',
  transport: 'jtj',
  water: 'slj',
  state_owned: 'gzw',
  factory: 'jxw',
}

/** What the incident's facts make of it; every one is `any`. */
export function kindsOf(facts: IncidentFacts): IncidentKind[] {
  const kinds: IncidentKind[] = ['any']
  if (facts.danger.length > 0) kinds.push('danger')
  if (facts.collective.length > 0) kinds.push('gathering')
  if (facts.flight.length > 0) kinds.push('fled')
  kinds.push(facts.project === null ? 'factory' : 'project')
  return kinds
}

/** Lines of the checklist that apply and are not yet assigned, the nearest first; without a place 人社局 stands in for the territory. */
export function proposeTasks(
  lines: readonly ChecklistLine[],
  subject: ProposalSubject,
  now: Date,
  calendar: WorkingCalendar,
): TaskProposal[] {
  const proposals = lines.flatMap((line): TaskProposal[] => {
    const limit = limitOfLine(line, subject.grade)
    const applies = line.kinds.some((kind) => subject.kinds.includes(kind))
    const agency = agencyFor(line, subject)
    if (!limit || !applies || agency === null || subject.assigned.includes(line.key)) return []
    const { key: kind, what, required, basis } = line
    return [{ kind, what, agency, required, basis, term: countTerm(limit, now, calendar) }]
  })
  return proposals.sort((a, b) => a.term.dueAt.getTime() - b.term.dueAt.getTime())
}

/** How long a task of this line may take; null where the grade does not call for it. */
export function limitOfLine({ minutes, workingDays }: ChecklistLine, grade: Grade): Limit | null {
  const days = workingDays?.[grade]
  if (days !== undefined) return { in: 'working_days', days }
  const plain = minutes[grade]
  return plain === undefined ? null : { in: 'plain', seconds: plain * 60 }
}

/** Null where the line's sector unit does not exist. */
function agencyFor({ agency }: ChecklistLine, { territories, sector }: ProposalSubject): string | null {
  if (agency === 'territory') return territories[0] ?? 'rsj'
  if (agency === 'sector') return sector && agencyOfSector[sector]
  return agency
}
