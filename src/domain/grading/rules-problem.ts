import { compareGrades } from './grade.ts'
import { type CountCondition, type GradeLine, type GradeRules, isCount } from './rules.ts'

export type RulesProblem =
  | 'line_twice'
  | 'lines_out_of_order'
  | 'limit_crossed'
  | 'danger_line_missing'
  | 'event_days_crossed'

export const mostLines = 60

/**
 * Why rules cannot be saved, or null. Together these keep the promise that more harm never lowers a grade:
 * graver lines stand first, a limit falls with its grade, danger to life is at least Ⅱ.
 */
export function problemOf({
  lines,
  protectedEvents,
}: GradeRules): { code: RulesProblem; details: Record<string, string> } | null {
  const ids = lines.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) return { code: 'line_twice', details: { line: twice } }
  const disordered = lines.find(
    (line, at) => at > 0 && compareGrades(line.grade, lines[at - 1]?.grade ?? 'I') > 0,
  )
  if (disordered) return { code: 'lines_out_of_order', details: { line: disordered.id } }
  const live = lines.filter(({ off }) => !off)
  const crossed = live.find((line, at) => live.slice(0, at).some((graver) => crosses(graver, line)))
  if (crossed) return { code: 'limit_crossed', details: { line: crossed.id } }
  if (!live.some(keepsDanger)) return { code: 'danger_line_missing', details: {} }
  const backwards = protectedEvents.find(({ from, to }) => to < from)
  return backwards ? { code: 'event_days_crossed', details: { name: backwards.name } } : null
}

/** A weaker line about the same fact that no more than repeats the graver one would never be reached. */
function crosses(graver: GradeLine, line: GradeLine): boolean {
  if (graver.when.fact !== line.when.fact) return false
  if (!isCount(graver.when) || !isCount(line.when)) return true
  return line.when.atLeast >= graver.when.atLeast || onProject(line.when) >= onProject(graver.when)
}

function onProject({ atLeast, onProject: limit }: CountCondition): number {
  return limit ?? atLeast
}

function keepsDanger({ grade, when }: GradeLine): boolean {
  return when.fact === 'danger' && isCount(when) && onProject(when) <= 1 && when.atLeast <= 1
    ? compareGrades(grade, 'II') >= 0
    : false
}
