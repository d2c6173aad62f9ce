import { describe, expect, it } from 'vitest'
import { findWords } from '#domain/flagging/find-words.ts'
import { fold } from '#domain/flagging/fold.ts'
import { type CompiledPattern, compileLexicon, type LexiconsJson } from '#domain/flagging/lexicon.ts'
import { lexiconsWith, noEdition, problemOf, type RuleEdition, sayTheSame } from './rule-edition.ts'

const seed: LexiconsJson = {
  version: 'test',
  variants: {},
  groups: [
    { rule: 'arrears', weight: 5, terms: ['欠薪', '讨薪'] },
    { rule: 'confuser', weight: -5, kind: 'sport', terms: ['讨薪'] },
  ],
}
const day = '2026-11-23'
const hits = (text: string, edition: RuleEdition, patterns: CompiledPattern[] = []) => {
  const lexicon = compileLexicon(lexiconsWith(seed, edition), patterns)
  return findWords(fold(text, lexicon.folding), lexicon)
}

describe('an edition on top of the seed', () => {
  it('adds a word with its own weight', () => {
    const edition = {
      ...noEdition,
      words: [{ term: '打白工', rule: 'arrears', weight: 4, addedOn: day } as const],
    }
    expect(hits('天天打白工', edition).arrears).toMatchObject([{ weight: 4, start: 2, end: 5 }])
  })

  it('withdraws a word from its group only', () => {
    const edition = {
      ...noEdition,
      withdrawn: [{ term: '讨薪', rule: 'arrears', withdrawnOn: day } as const],
    }
    const { arrears, confuser } = hits('讨薪和欠薪', edition)
    expect([arrears.length, confuser.length]).toEqual([1, 1])
  })

  it('is the same whatever order its keys came back in, and another when a weight differs', () => {
    const word = { term: '白干', rule: 'arrears', weight: 3, addedOn: day } as const
    const turned = { addedOn: day, weight: 3, rule: 'arrears', term: '白干' } as const
    expect(
      sayTheSame(
        { ...noEdition, words: [word] },
        { words: [turned], thresholds: null, patterns: [], withdrawn: [] },
      ),
    ).toBe(true)
    expect(
      sayTheSame({ ...noEdition, words: [word] }, { ...noEdition, words: [{ ...word, weight: 4 }] }),
    ).toBe(false)
  })

  it('leaves the seed as it was', () => {
    const before = JSON.stringify(seed)
    lexiconsWith(seed, { ...noEdition, withdrawn: [{ term: '讨薪', rule: 'arrears', withdrawnOn: day }] })
    expect(JSON.stringify(seed)).toBe(before)
  })

  it('finds by a pattern what no word says, once, in order, beside the words', () => {
    const find = () => [
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ]
    const own: CompiledPattern = { group: { rule: 'arrears', weight: 3, terms: [] }, find }
    const { arrears, wage } = hits('白干，欠薪', noEdition, [own])
    expect(arrears.map(({ start, weight }) => [start, weight])).toEqual([
      [0, 3],
      [3, 5],
    ])
    expect(wage).toEqual([])
    expect(hits('今天天气好', noEdition).arrears).toEqual([])
  })
})

const thresholds = {
  probability: { flagged: 0.4, doubtful: 0.15, vetoed: 0.1 },
  score: { flagged: 6, doubtful: 3 },
}

it.each<[string, Partial<RuleEdition>, string | null]>([
  ['nothing', {}, null],
  ['own thresholds', { thresholds }, null],
  [
    'a doubt above the alert',
    { thresholds: { ...thresholds, score: { flagged: 3, doubtful: 6 } } },
    'thresholds_crossed',
  ],
  ['one letter', { words: [{ term: '欠', rule: 'arrears', weight: 5, addedOn: day }] }, 'word_too_short'],
  [
    'a word twice in one group',
    { words: [1, 2].map((weight) => ({ term: '白干', rule: 'arrears', weight, addedOn: day })) },
    'word_twice',
  ],
  [
    '200 letters of pattern',
    { patterns: [{ pattern: '欠'.repeat(200), rule: 'wage', weight: 1, addedOn: day }] },
    null,
  ],
  [
    '201 letters of pattern',
    { patterns: [{ pattern: '欠'.repeat(201), rule: 'wage', weight: 1, addedOn: day }] },
    'pattern_too_long',
  ],
])('%s may be saved or is refused', (_, edition, code) => {
  expect(problemOf({ ...noEdition, ...edition })?.code ?? null).toBe(code)
})
