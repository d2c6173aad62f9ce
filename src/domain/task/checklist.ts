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
  /** Minutes until it is due, by grade; a grade without a figure does not propose it. */
  minutes: Partial<Record<Grade, number>>
  /** The incident cannot be closed while it is open. */
  required: boolean
  basis: string
}

export type TaskProposal = {
  kind: string
  what: string
  agency: string
  dueAt: Date
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
): TaskProposal[] {
  const proposals = lines.flatMap((line): TaskProposal[] => {
    const minutes = line.minutes[subject.grade]
    const applies = line.kinds.some((kind) => subject.kinds.includes(kind))
    const agency = agencyFor(line, subject)
    if (minutes === undefined || !applies || agency === null || subject.assigned.includes(line.key)) return []
    const { key: kind, what, required, basis } = line
    return [{ kind, what, agency, required, basis, dueAt: new Date(now.getTime() + minutes * 60_000) }]
  })
  return proposals.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}

/** Null where the line's sector unit does not exist. */
function agencyFor({ agency }: ChecklistLine, { territories, sector }: ProposalSubject): string | null {
  if (agency === 'territory') return territories[0] ?? 'rsj'
  if (agency === 'sector') return sector && agencyOfSector[sector]
  return agency
}
