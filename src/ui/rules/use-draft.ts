'use client'

import { useState } from 'react'
import type { RulesView } from '#contracts/rules.ts'
import type { FlagThresholds } from '#domain/flagging/flag.ts'
import { type OwnPattern, type OwnWord, type RuleEdition, sayTheSame } from '#domain/review/rule-edition.ts'

type Word = Pick<OwnWord, 'term' | 'rule'>

/** The edition being worked on; nothing of it counts before it is saved. `today` is the day in Jiaxing. */
export function useDraft(rules: RulesView, today: string) {
  const [edition, setEdition] = useState<RuleEdition>(rules.edition)
  const change = (part: Partial<RuleEdition>) => setEdition((before) => ({ ...before, ...part }))
  return {
    edition,
    changed: !sayTheSame(edition, rules.edition),
    reset: (to: RuleEdition = rules.edition) => setEdition(to),
    addWord: (word: Omit<OwnWord, 'addedOn'>) =>
      change({
        words: [...edition.words.filter((one) => !same(one, word)), { ...word, addedOn: today }],
      }),
    removeWord: (word: Word) => change({ words: edition.words.filter((one) => !same(one, word)) }),
    toggleSeedWord: ({ term, rule }: Word) => {
      const kept = edition.withdrawn.filter((one) => !same(one, { term, rule }))
      const isBack = kept.length < edition.withdrawn.length
      change({ withdrawn: isBack ? kept : [...kept, { term, rule, withdrawnOn: today }] })
    },
    addPattern: (pattern: Omit<OwnPattern, 'addedOn'>) =>
      change({
        patterns: [
          ...edition.patterns.filter((one) => one.pattern !== pattern.pattern),
          { ...pattern, addedOn: today },
        ],
      }),
    removePattern: (pattern: string) =>
      change({ patterns: edition.patterns.filter((one) => one.pattern !== pattern) }),
    setThresholds: (thresholds: FlagThresholds | null) => change({ thresholds }),
  }
}

export type Draft = ReturnType<typeof useDraft>

function same(one: Word, other: Word): boolean {
  return one.term === other.term && one.rule === other.rule
}
