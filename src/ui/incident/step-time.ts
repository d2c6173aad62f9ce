import { useTranslations } from 'use-intl/react'
import { clockMinutes, daysBetween, shanghai } from '#ui/time/shanghai.ts'

/** A deadline as a clock time to be named in a sentence: 14:28, 明日 13:58, 11 月 30 日. */
export function useStepTime(): (dueAt: string, now: number) => string {
  const t = useTranslations('time')
  return (dueAt, now) => {
    const days = daysBetween(now, dueAt)
    if (days === 1) return t('tomorrow', { time: clockMinutes(dueAt) })
    const { month, day } = shanghai(dueAt)
    return days > 1 ? t('date', { month, day }) : clockMinutes(dueAt)
  }
}
