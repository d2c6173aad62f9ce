import { type Automaton, compileAutomaton } from './automaton.ts'
import { compileFoldTable, type FoldTable, fold } from './fold.ts'

/** Word groups of the domain notes §4.2; a group says what its words do to a message. */
export type GroupRule =
  /** Says by itself that wages are owed. */
  | 'arrears'
  /** Names wages; means nothing without a word of owing beside it. */
  | 'wage'
  /** Names other pay (bonus, overtime); weaker than `wage`. */
  | 'pay'
  | 'owing'
  /** Paying out (发放, 结清); beside wages it says they are owed only where somebody asks for it. */
  | 'payout'
  /** Asking for something to be done, or when and by whom (尽快, 什么时候, 找谁). */
  | 'ask'
  /** Owing with money but without a word for wages; counts only among workers and employers. */
  | 'money'
  | 'worker'
  /** Manual and paid work; narrower than `worker`, for words as common as 钱. */
  | 'labour'
  | 'employer'
  | 'collapse'
  | 'collective'
  | 'danger'
  | 'channel'
  | 'hearsay'
  | 'settled'
  /** Says that the matter is still open, against `settled`. */
  | 'still'
  | 'negation'
  /** Another thing that may be owed (物业费, 货款); takes the word of owing for itself. */
  | 'object'
  /** Makes one sentence speak of something else (sport, fiction, recruiting). */
  | 'confuser'
  /** Somebody who paid for something (业主, 加盟); his 血汗钱 is no wage. */
  | 'buyer'
  /** Unrest at work without a word of arrears; at most a doubt. */
  | 'hint'
  /** Pay after working life; the model knows that it is rarely wages. */
  | 'pension'

export type LexiconGroup = {
  rule: GroupRule
  weight: number
  kind?: string
  /** Words that mean wages only beside a word for workers, or for labour. */
  scope?: 'sweat' | 'among-workers' | 'among-labour'
  /** Disguised spellings of the group's words (欠xin, g资). */
  variant?: boolean
  terms: string[]
  /** `{没|未}{发|给}` stands for 没发, 没给, 未发, 未给. */
  patterns?: string[]
}

/** seeds/lexicons.json, later the office's own edition of it. */
export type LexiconsJson = {
  version: string
  variants: Record<string, string>
  groups: LexiconGroup[]
}

/** A regular expression of the office's own, ready to run over folded text in linear time. */
export type CompiledPattern = {
  group: LexiconGroup
  find: (folded: string) => { start: number; end: number }[]
}

export type CompiledLexicon = {
  version: string
  folding: FoldTable
  automaton: Automaton
  /** Group of every term of the automaton. */
  groupOf: Uint16Array
  groups: readonly LexiconGroup[]
  patterns: readonly CompiledPattern[]
}

/** Prepares the word lists once per process. */
export function compileLexicon(
  json: LexiconsJson,
  patterns: readonly CompiledPattern[] = [],
): CompiledLexicon {
  const folding = compileFoldTable(json.variants)
  const terms: string[] = []
  const groupOf: number[] = []
  for (const [group, { terms: words, patterns = [] }] of json.groups.entries()) {
    for (const word of new Set([...words, ...patterns.flatMap(expandPattern)])) {
      const folded = fold(word, folding).text
      if (folded === '') continue
      terms.push(folded)
      groupOf.push(group)
    }
  }
  return {
    version: json.version,
    folding,
    automaton: compileAutomaton(terms),
    groupOf: Uint16Array.from(groupOf),
    groups: json.groups,
    patterns,
  }
}

/** Beyond this a pattern is a mistake, not a pattern. */
const mostWordsOfPattern = 5_000

/** Every word a pattern stands for: one choice of each pair of braces. */
export function expandPattern(pattern: string): string[] {
  let words = ['']
  for (const part of pattern.split(/[{}]/u)) {
    const choices = part.split('|')
    words = words.flatMap((word) => choices.map((choice) => word + choice))
    if (words.length > mostWordsOfPattern) throw new RangeError(`a pattern of too many words: ${pattern}`)
  }
  return words
}
