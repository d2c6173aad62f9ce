import { scan } from './automaton.ts'
import type { Folded } from './fold.ts'
import type { CompiledLexicon, GroupRule, LexiconGroup } from './lexicon.ts'

/** A word of a lexicon at its place in the folded text. */
export type WordHit = {
  rule: GroupRule
  weight: number
  kind: string | undefined
  scope: LexiconGroup['scope']
  start: number
  end: number
}

/** The words of a message by what they do to it; every list is in order of appearance. */
export type WordHits = Readonly<Record<GroupRule, readonly WordHit[]>>

/** One pass over the folded text; a word inside a longer word of the same group is not repeated. */
export function findWords(folded: Folded, lexicon: CompiledLexicon): WordHits {
  const hits: Record<GroupRule, WordHit[]> = { ...noHits }
  scan(lexicon.automaton, folded.text, (term, start, end) => {
    const group = lexicon.groups[lexicon.groupOf[term] as number]
    if (group === undefined) return
    const { rule, weight, kind, scope } = group
    let list = hits[rule]
    if (list === noWords) {
      list = []
      hits[rule] = list
    }
    for (let last = list.at(-1); last && last.start >= start && last.end <= end; last = list.at(-1))
      list.pop()
    const last = list.at(-1)
    if (last && last.start <= start && last.end >= end) return
    if (list.length >= mostHits) return
    list.push({ rule, weight, kind, scope, start, end })
  })
  for (const { group, find } of lexicon.patterns) {
    hits[group.rule] = withFound(hits[group.rule], group, find(folded.text))
  }
  return hits
}

/** The office's own patterns come after the words of their group; the list stays in order of appearance. */
function withFound(
  known: WordHit[],
  { rule, weight, kind, scope }: LexiconGroup,
  found: readonly { start: number; end: number }[],
): WordHit[] {
  const fresh = found
    .filter(({ start, end }) => !known.some((hit) => hit.start <= start && hit.end >= end))
    .map((place) => ({ rule, weight, kind, scope, ...place }))
  if (fresh.length === 0) return known
  return [...known, ...fresh].sort((one, other) => one.end - other.end).slice(0, mostHits)
}

/** Per group; a message that repeats itself more often says nothing new, and pairs of words stay few. */
const mostHits = 80

/** Shared by all groups without a word, and never written to. */
const noWords: WordHit[] = []

const noHits: Record<GroupRule, WordHit[]> = {
  arrears: noWords,
  wage: noWords,
  pay: noWords,
  owing: noWords,
  payout: noWords,
  ask: noWords,
  money: noWords,
  worker: noWords,
  labour: noWords,
  employer: noWords,
  collapse: noWords,
  collective: noWords,
  danger: noWords,
  channel: noWords,
  hearsay: noWords,
  settled: noWords,
  still: noWords,
  negation: noWords,
  object: noWords,
  confuser: noWords,
  buyer: noWords,
  hint: noWords,
  pension: noWords,
}

/** Letters between two places; 0 when they touch or overlap. */
export function lettersBetween(
  one: { start: number; end: number },
  other: { start: number; end: number },
): number {
  if (one.end <= other.start) return other.start - one.end
  if (other.end <= one.start) return one.start - other.end
  return 0
}

/** The sentence around a place, as a half-open range of the text. */
export function sentenceAround(
  text: string,
  place: { start: number; end: number },
): { start: number; end: number } {
  let start = place.start
  while (start > 0 && !endsSentence(text.charCodeAt(start - 1))) start--
  let end = place.end
  while (end < text.length && !endsSentence(text.charCodeAt(end))) end++
  return { start, end }
}

/** True when a full stop, question or exclamation mark, semicolon or line end stands between two places. */
export function sentenceEndsBetween(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (endsSentence(text.charCodeAt(index))) return true
  return false
}

/** True when two places stand in different clauses. */
export function clauseEndsBetween(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (text.charCodeAt(index) === 44 || endsSentence(text.charCodeAt(index))) return true
  }
  return false
}

/** 。 ! ? ; and line end, after folding. */
function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 33 || unit === 63 || unit === 59 || unit === 10
}
