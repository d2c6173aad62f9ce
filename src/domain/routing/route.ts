import {
  type Duties,
  type Matcher,
  type RouteLine,
  type RouteSign,
  type Sector,
  territoryOfPlace,
} from './route-tree.ts'

/** Why an agency must know; `basis` is the sentence of 嘉防欠薪发〔2017〕1号 the duty rests on. */
export type RouteEntry = {
  agency: string
  /** The line of the tree, or `by_hand`. */
  rule: string
  /** Kind of duty; null for an entry made before kinds were kept. */
  kind: string | null
  basis: string
  /** Where a person added it. */
  by?: { post: string; agency: string | null }
  reason?: string
  /** ISO 8601 */
  at?: string
}

export type RouteSubject = {
  /** Keys of the county and, where it has one, the zone; empty while the place is unknown. */
  territories: readonly string[]
  placeCode: string | null
  sector: Sector | null
  signs: ReadonlySet<RouteSign>
  workers: number
  amountYuan: number
  /** What is to be looked through for words: names, headline, the post that brought it. */
  text: string
}

/** Everyone who must know, once each, in the order they stand on the screens. */
export function routeIncident(
  subject: RouteSubject,
  lines: readonly RouteLine[],
  book: Duties,
): RouteEntry[] {
  const found: RouteEntry[] = []
  walk(subject, lines, book, found)
  return extendRoute([], found)
}

/** Those told stay told; the police stand first where a life is in danger, then the first line. */
export function extendRoute(known: readonly RouteEntry[], found: readonly RouteEntry[]): RouteEntry[] {
  const entries = new Map<string, RouteEntry>()
  for (const entry of [...known, ...found]) {
    const before = entries.get(entry.agency)
    if (!before || rankOf(entry) < rankOf(before)) entries.set(entry.agency, entry)
  }
  return [...entries.values()].sort((a, b) => rankOf(a) - rankOf(b))
}

function walk(subject: RouteSubject, lines: readonly RouteLine[], book: Duties, found: RouteEntry[]): void {
  for (const line of lines) {
    if (line.off || !line.when.every((matcher) => matches(matcher, subject))) continue
    for (const { agency, kind } of line.tell) {
      const told = agency === territoryOfPlace ? subject.territories : [agency]
      for (const one of told) {
        found.push({ agency: one, rule: line.id, kind, basis: book.duties[kind]?.[one]?.basis ?? '' })
      }
    }
    walk(subject, line.lines, book, found)
    if (!line.goOn) return
  }
}

function matches(matcher: Matcher, subject: RouteSubject): boolean {
  switch (matcher.on) {
    case 'sector':
      return subject.sector !== null && matcher.any.includes(subject.sector)
    case 'sign':
      return matcher.any.some((sign) => subject.signs.has(sign))
    case 'place':
      return matcher.any.some((code) => lies(subject, code))
    case 'words':
      return matcher.any.some((word) => subject.text.includes(word))
    case 'atLeast':
      return subject[matcher.fact] >= matcher.value
  }
}

/** 330483102 lies in 330483; a zone is told by its key among the territories. */
function lies({ placeCode, territories }: RouteSubject, code: string): boolean {
  return placeCode?.startsWith(code) === true || territories.includes(code)
}

function rankOf({ rule }: RouteEntry): number {
  if (rule === 'danger_to_life') return 0
  if (rule === 'first_line') return 1
  if (rule === 'territory') return 3
  return rule === 'by_hand' ? 4 : 2
}
