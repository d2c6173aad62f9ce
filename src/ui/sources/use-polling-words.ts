import { useTranslations } from 'use-intl/react'
import type { SourceView } from '#contracts/views.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useAge, useInterval } from './source-words.ts'

/** What is to be said of how a source is asked, and of what it no longer says; each a sentence. */
export function usePollingWords(now: number): (source: SourceView) => { pace: string; notes: string[] } {
  const t = useTranslations('sources')
  const every = useInterval()
  const age = useAge(now)
  return ({ polling, intervalSeconds, silence }) => {
    const silent = silence
      ? [t('silence', { age: age(silence.since), expected: Math.round(silence.expected) })]
      : []
    if (!polling) return { pace: every(intervalSeconds), notes: silent }
    const { paceSeconds, paceReason, withNews, of, nextPollAt, strikes, failure, validators, hub } = polling
    const next = nextPollAt ? clockMinutes(nextPollAt) : null
    const known = ['first_reading', 'news_often', 'news_seldom', 'publisher_asks', 'hub_pushes'] as const
    const reason = known.find((one) => one === paceReason) ?? 'news_now_and_then'
    return {
      pace: t('pace', { every: every(paceSeconds), why: t(`paceReason.${reason}`, { withNews, of }) }),
      notes: [
        ...silent,
        ...(failure && next ? [t(`failure.${failure}`, { strikes, time: next })] : []),
        ...(validators === 'lies' || validators === 'changes' || validators === 'ignores'
          ? [t(`validators.${validators}`)]
          : []),
        ...(hub === 'none' ? [] : [t(`hub.${hub}`)]),
      ],
    }
  }
}
