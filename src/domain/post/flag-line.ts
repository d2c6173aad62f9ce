import { explainFlag, type FlagSentencePart } from './explain-flag.ts'
import type { LetterEvidence, NameMention, PlaceMention, PostLabel, Range, Span } from './post.ts'
import { readPost } from './read-post.ts'
import type { ReadingTables } from './reading-tables.ts'

/** One line on the standard input of `anxin flag`. */
export type FlagLineInput = { id: string; title?: string; text: string }

/** One line on the standard output of `anxin flag`; spans count in `masked`. */
export type FlagLine = {
  id: string
  flagged: boolean
  score: number
  probability: number | null
  label: PostLabel
  /** Why, in parts; the command puts them into one sentence. */
  because: FlagSentencePart[]
  reasons: (Span & { rule: string })[]
  letters: LetterEvidence[]
  employer: string | null
  project: string | null
  workers: Range | null
  amountYuan: Range | null
  months: Range | null
  places: Pick<PlaceMention, 'code' | 'name' | 'lat' | 'lng'>[]
  danger: (Span & { kind: string })[]
  masked: string
}

/** Reads one message for `anxin flag`, without any source or store. */
export function flagLine(input: FlagLineInput, tables: ReadingTables): FlagLine {
  const reading = readPost(
    { externalId: input.id, title: input.title ?? '', text: input.text, url: null, publishedAt: null },
    tables,
  )
  const { flag, facts } = reading
  return {
    id: input.id,
    flagged: flag.flagged,
    score: flag.score,
    probability: flag.probability,
    label: flag.label,
    because: explainFlag(reading),
    reasons: flag.reasons.map(({ rule, start, end }) => ({ rule, start, end })),
    letters: flag.letters,
    employer: nameOf(facts.employer),
    project: nameOf(facts.project),
    workers: bounds(facts.workers),
    amountYuan: bounds(facts.amountYuan),
    months: bounds(facts.months),
    places: facts.places.map(({ code, name, lat, lng }) => ({ code, name, lat, lng })),
    danger: facts.danger,
    masked: reading.body,
  }
}

function nameOf(mention: NameMention | null): string | null {
  return mention?.name ?? null
}

function bounds(range: Range | null): Range | null {
  return range && { min: range.min, max: range.max }
}
