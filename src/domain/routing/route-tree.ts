/** Kinds of work with a unit of their own. */
export const sectors = ['construction', 'transport', 'water', 'state_owned', 'factory'] as const
export type Sector = (typeof sectors)[number]

export const routeSigns = [
  'danger',
  'gathering',
  'petition',
  'flight',
  'public_claim',
  'public_funds',
] as const
export type RouteSign = (typeof routeSigns)[number]

/** One thing to look for; `any` of its values is enough. */
export type Matcher =
  | { on: 'sector'; any: Sector[] }
  | { on: 'sign'; any: RouteSign[] }
  /** Codes of counties, zones or towns; a county holds its towns. */
  | { on: 'place'; any: string[] }
  | { on: 'words'; any: string[] }
  | { on: 'atLeast'; fact: 'workers' | 'amountYuan'; value: number }

/** An agency (or the territory, by place), and the kind of duty it is told by. */
export type Told = { agency: string; kind: string }

export const territoryOfPlace = '@territory'

/** A line of the tree: where all its matchers hold, its agencies are told and the lines in it are looked at. */
export type RouteLine = {
  id: string
  name: string
  when: Matcher[]
  tell: Told[]
  /** Whether the lines after it are still looked at. */
  goOn: boolean
  off: boolean
  lines: RouteLine[]
}

/** Kinds of duty by name, and for each the sentence an agency's duty rests on. */
export type Duties = {
  kinds: Record<string, string>
  duties: Record<string, Record<string, { as: string; basis: string }>>
}

/** Lines nobody can take away: danger to life, the three first-line agencies, the territory. */
export const fixedLines = ['danger_to_life', 'first_line', 'territory'] as const

/** Every line, however deep. */
export function allLines(lines: readonly RouteLine[]): RouteLine[] {
  return lines.flatMap((line) => [line, ...allLines(line.lines)])
}
