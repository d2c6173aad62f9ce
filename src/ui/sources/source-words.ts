import { useTranslations } from 'use-intl/react'
import { elapsed } from '#ui/time/elapsed.ts'

/** 3 分前; 从未 when it never happened. */
export function useAge(now: number): (at: string | null) => string {
  const t = useTranslations('time.ago')
  const never = useTranslations('sources')('never')
  return (at) => {
    if (!at) return never
    const { unit, count } = elapsed(Date.parse(at), now)
    return t(unit, { count })
  }
}

/** 每 5 分, to the next minute or half hour; those that push to us have no interval. */
export function useInterval(): (seconds: number | null) => string {
  const t = useTranslations('sources')
  return (seconds) => {
    if (seconds === null) return t('pushed')
    if (seconds >= 3600) return t('every.hours', { count: Math.round(seconds / 1800) / 2 })
    if (seconds >= 60) return t('every.minutes', { count: Math.round(seconds / 60) })
    return t('every.seconds', { count: seconds })
  }
}
