import type { FlagReason, PostReading } from './post.ts'

/** One part of the sentence that says why; `code` names its words in the `flag.because` section of the i18n files. */
export type FlagSentencePart = {
  code:
    | 'pair'
    | 'words'
    | 'months'
    | 'workers'
    | 'amount'
    | 'notNegated'
    | 'against'
    | 'settled'
    | 'hearsay'
    | 'otherDebt'
    | 'unrest'
    | 'noWages'
    | 'probability'
    | 'lettersFor'
    | 'lettersAgainst'
  values: Record<string, string | number>
}

/** Why a message was judged so, in parts a translator can put into one sentence. */
export function explainFlag({ flag, facts, body }: PostReading): FlagSentencePart[] {
  const at = ({ start, end }: { start: number; end: number }) => body.slice(start, end)
  const parts: FlagSentencePart[] = []
  const say = (code: FlagSentencePart['code'], values: FlagSentencePart['values'] = {}) => {
    parts.push({ code, values })
  }
  const sign = flag.reasons.find((reason) => reason.weight > 0 && !contextRules.has(reason.rule))
  if (sign) sayWhatIsOwed(sign, at(sign), say)
  if (sign && facts.months) say('months', { months: facts.months.min })
  if (sign && facts.workers) say('workers', { workers: facts.workers.min })
  if (sign && facts.amountYuan) say('amount', { yuan: facts.amountYuan.min })
  if (sign) say('notNegated')
  for (const { rule, ...place } of flag.reasons) {
    if (rule.startsWith('confuser-')) say('against', { words: at(place) })
    const verdict = verdicts[rule]
    if (verdict) say(verdict, { words: at(place) })
  }
  if (!sign && flag.label === 'none') say('noWages')
  if (flag.probability !== null) say('probability', { percent: Math.round(flag.probability * 100) })
  for (const letters of flag.letters) {
    say(letters.added > 0 ? 'lettersFor' : 'lettersAgainst', { letters: at(letters) })
  }
  return parts
}

/** Reasons that strengthen a sign and are none themselves. */
const contextRules = new Set([
  'short-message',
  'worker',
  'employer',
  'collapse',
  'collective',
  'danger',
  'channel',
  'first-person',
  'hint',
])

const verdicts: Record<string, FlagSentencePart['code']> = {
  settled: 'settled',
  hearsay: 'hearsay',
  'other-debt': 'otherDebt',
  hint: 'unrest',
}

function sayWhatIsOwed(
  { pair }: FlagReason,
  words: string,
  say: (code: FlagSentencePart['code'], values: FlagSentencePart['values']) => void,
): void {
  if (pair) say('pair', { owing: pair.owing, noun: pair.noun, letters: pair.letters })
  else say('words', { words })
}
