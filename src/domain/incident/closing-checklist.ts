import type { Grade } from '#domain/grading/grade.ts'

/**
 * What must be so before an incident is closed. The first six hold at every grade: they are the two tracks and what the
 * founding document asks for; the rest is asked by grade.
 */
export const closingItems = [
  'facts_verified',
  'paid_or_planned',
  'answered',
  'danger_over',
  'supervision_over',
  'releases_over',
  'tasks_done',
  'on_site',
  'phone_report',
  'written_report',
  'follow_up',
] as const
export type ClosingItem = (typeof closingItems)[number]

const always: readonly ClosingItem[] = closingItems.slice(0, 6)

/** [D] What each grade asks for besides. */
export const closingChecklist: Record<Grade, readonly ClosingItem[]> = {
  I: [...always, 'tasks_done', 'on_site', 'phone_report', 'written_report', 'follow_up'],
  II: [...always, 'tasks_done', 'on_site', 'phone_report', 'written_report', 'follow_up'],
  III: [...always, 'tasks_done', 'on_site', 'written_report'],
  IV: [...always, 'tasks_done', 'on_site'],
  watch: always,
}
