import { useTranslations } from 'use-intl/react'
import { clockMinutes, shanghai } from './shanghai.ts'

/** An instant with its day, for papers and details: 11 月 23 日 14:05. */
export function useMoment(): (instant: string | number) => string {
  const t = useTranslations('time')
  return (instant) => {
    const { month, day } = shanghai(instant)
    return `${t('date', { month, day })} ${clockMinutes(instant)}`
  }
}
