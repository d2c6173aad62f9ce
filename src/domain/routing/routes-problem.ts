import { allLines, type Duties, fixedLines, type RouteLine, territoryOfPlace } from './route-tree.ts'

export type RoutesProblem =
  | 'line_twice'
  | 'fixed_line_missing'
  | 'stops_before_fixed'
  | 'no_such_duty'
  | 'tree_too_large'
  | 'matcher_empty'

const mostLines = 120
const deepest = 4
const firstLine = ['zfw', 'xcb', 'rsj']

/** Why a tree cannot be saved, or null: the first line, the territory and the police in danger are always told. */
export function problemOf(
  lines: readonly RouteLine[],
  book: Duties,
): { code: RoutesProblem; details: Record<string, string> } | null {
  const all = allLines(lines)
  const ids = all.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) return { code: 'line_twice', details: { line: twice } }
  if (all.length > mostLines || depthOf(lines) > deepest) return { code: 'tree_too_large', details: {} }
  const missing = fixedLines.find((id) => !lines.some((line) => line.id === id && isIntact(line)))
  if (missing) return { code: 'fixed_line_missing', details: { line: missing } }
  const last = Math.max(...fixedLines.map((id) => lines.findIndex((line) => line.id === id)))
  const stop = lines.slice(0, last).find(({ goOn }) => !goOn)
  if (stop) return { code: 'stops_before_fixed', details: { line: stop.name } }
  for (const { name, when, tell } of all) {
    if (when.some((one) => 'any' in one && one.any.length === 0))
      return { code: 'matcher_empty', details: { line: name } }
    const unknown = tell.find(
      ({ agency, kind }) => agency !== territoryOfPlace && !book.duties[kind]?.[agency],
    )
    if (unknown) return { code: 'no_such_duty', details: { line: name, agency: unknown.agency } }
  }
  return null
}

/** On, unconditional save for danger, and telling those it is there for. */
function isIntact({ id, off, when, tell }: RouteLine): boolean {
  const told = tell.map(({ agency }) => agency)
  if (off) return false
  if (id === 'danger_to_life') {
    const [only] = when
    return told.includes('gaj') && when.length === 1 && only?.on === 'sign' && only.any.includes('danger')
  }
  if (when.length > 0) return false
  return id === 'first_line' ? firstLine.every((one) => told.includes(one)) : told.includes(territoryOfPlace)
}

function depthOf(lines: readonly RouteLine[]): number {
  return lines.length === 0 ? 0 : 1 + Math.max(...lines.map((line) => depthOf(line.lines)))
}
