import type { Grade } from '#domain/grading/grade.ts'

/** Where a duty post stands when an alert climbs; 值班员, 替班, 科室负责人, 分管副职, 办公室, 主要领导, 领导小组组长. */
export const contactRungs = [
  'duty',
  'substitute',
  'section_head',
  'deputy',
  'office',
  'leader',
  'group_leader',
] as const
export type ContactRung = (typeof contactRungs)[number]

/** The office stands in this agency and is called for every other; the group's leader stands above them all. */
export const officeAgency = 'rsj'

/** Whoever is called when a ladder's rung begins; Ⅰ and Ⅱ add the leader of the group at +1 × (domain notes §3.5). */
export function rungsCalled(rung: number, grade: Grade): readonly ContactRung[] {
  const called = ladderRungs[Math.max(0, Math.min(rung, ladderRungs.length - 1))] ?? []
  return rung === 1 && (grade === 'I' || grade === 'II') ? [...called, 'group_leader'] : called
}

const ladderRungs: readonly (readonly ContactRung[])[] = [
  ['duty', 'substitute'],
  ['section_head'],
  ['deputy', 'office'],
  ['leader'],
]

/** The agency in whose book a rung of this agency's ladder is looked up; null: above all agencies. */
export function agencyOfRung(rung: ContactRung, agency: string): string | null {
  if (rung === 'group_leader') return null
  return rung === 'office' ? officeAgency : agency
}
