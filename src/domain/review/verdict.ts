/** What an officer says a doubtful post is. */
export type Verdict = 'claim' | 'asking' | 'hearsay' | 'settled' | 'other_debt' | 'elsewhere' | 'not_ours'

/**
 * correlate: goes on as if the rules had flagged it · link: to a matching open incident, raising nothing; without
 * one its text goes · drop: its text goes.
 */
type Consequence = 'correlate' | 'link' | 'drop'

type VerdictRule = {
  consequence: Consequence
  /** What the model learns: 1 claims arrears, wherever that is. */
  taught: 0 | 1
  /** Whether it is about wages, so that the label may keep the masked text; of all else numbers remain. */
  aboutWages: boolean
}

const rules: Record<Verdict, VerdictRule> = {
  claim: { consequence: 'correlate', taught: 1, aboutWages: true },
  asking: { consequence: 'drop', taught: 0, aboutWages: true },
  hearsay: { consequence: 'link', taught: 0, aboutWages: true },
  settled: { consequence: 'link', taught: 0, aboutWages: true },
  other_debt: { consequence: 'drop', taught: 0, aboutWages: false },
  elsewhere: { consequence: 'drop', taught: 1, aboutWages: true },
  not_ours: { consequence: 'drop', taught: 0, aboutWages: false },
}

/** In the order of their keys: Y, 1 to 5, N. */
export const verdicts: readonly Verdict[] = [
  'claim',
  'asking',
  'hearsay',
  'settled',
  'other_debt',
  'elsewhere',
  'not_ours',
]

/** What a verdict does to the post and teaches the model. */
export function whatFollows(verdict: Verdict): VerdictRule {
  return rules[verdict]
}

/** A judgement can be taken back for so long; only then is it carried out, so that nothing has to be recalled. */
export const takeBackMs = 10_000

/** A label leaves after so long; what was learned from it stays in the weights. */
export const labelKeptMs = 180 * 86_400_000

/** Every fifth label is kept from training; the same words always fall on the same side. */
export function isHeldBack(body: string): boolean {
  let hash = 0x811c9dc5
  for (const letter of body.replace(/[\s\p{P}\p{S}]/gu, '')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193)
  }
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8) % 5 === 0
}
