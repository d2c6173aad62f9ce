import type { FlagThresholds } from '#domain/flagging/flag.ts'
import type { GroupRule, LexiconGroup, LexiconsJson } from '#domain/flagging/lexicon.ts'

/** A word of the office's own; it counts like a word of the group it is put beside. */
export type OwnWord = { term: string; rule: GroupRule; weight: number; kind?: string; addedOn: string }

/** A word of the seed that no longer counts. */
export type WithdrawnWord = { term: string; rule: GroupRule; withdrawnOn: string }

/** A regular expression of the office's own, run on a linear engine. */
export type OwnPattern = { pattern: string; rule: GroupRule; weight: number; kind?: string; addedOn: string }

/** What the office has changed, on top of the seed: a later seed brings its own words and keeps these. */
export type RuleEdition = {
  words: OwnWord[]
  withdrawn: WithdrawnWord[]
  patterns: OwnPattern[]
  /** Null: as the product has them. */
  thresholds: FlagThresholds | null
}

export const noEdition: RuleEdition = { words: [], withdrawn: [], patterns: [], thresholds: null }

/** Whether two editions say the same; a database gives the keys back in its own order. */
export function sayTheSame(one: RuleEdition, other: RuleEdition): boolean {
  return inKeyOrder(one) === inKeyOrder(other)
}

function inKeyOrder(edition: RuleEdition): string {
  return JSON.stringify(edition, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** The seed's lists without what was withdrawn, with what was added. */
export function lexiconsWith(seed: LexiconsJson, edition: RuleEdition): LexiconsJson {
  const withdrawn = new Set(edition.withdrawn.map(({ rule, term }) => `${rule} ${term}`))
  const groups = seed.groups.map((group) => ({
    ...group,
    terms: group.terms.filter((term) => !withdrawn.has(`${group.rule} ${term}`)),
  }))
  return { ...seed, groups: [...groups, ...edition.words.map(ownGroup)] }
}

function ownGroup({ term, rule, weight, kind }: OwnWord): LexiconGroup {
  return { rule, weight, ...(kind !== undefined && { kind }), terms: [term] }
}

export type EditionProblem = 'word_too_short' | 'word_twice' | 'pattern_too_long' | 'thresholds_crossed'

export const editionLimits = { words: 500, patterns: 50, patternLetters: 200, termLetters: 40 } as const

/** Why an edition cannot be saved, or null; whether a pattern can be read is the engine's to say. */
export function problemOf(
  edition: RuleEdition,
): { code: EditionProblem; details: Record<string, string> } | null {
  const seen = new Set<string>()
  for (const { term, rule } of edition.words) {
    // One letter stands in half of all messages; it would flag the town.
    if ([...term.trim()].length < 2) return { code: 'word_too_short', details: { term } }
    if (seen.has(`${rule} ${term}`)) return { code: 'word_twice', details: { term } }
    seen.add(`${rule} ${term}`)
  }
  const long = edition.patterns.find(({ pattern }) => pattern.length > editionLimits.patternLetters)
  if (long) return { code: 'pattern_too_long', details: { pattern: long.pattern.slice(0, 20) } }
  const { thresholds } = edition
  if (thresholds && !(ordered(thresholds.probability) && ordered(thresholds.score)))
    return { code: 'thresholds_crossed', details: {} }
  return null
}

function ordered({ flagged, doubtful }: { flagged: number; doubtful: number }): boolean {
  return doubtful <= flagged
}
