import { useTranslations } from 'use-intl/react'
import type { AgencyView } from '#contracts/views.ts'
import { wordsWith } from '#i18n/report-words.ts'

/** The wording of a report's figures in the reader's language. */
export function useReportWords(agencies: AgencyView[]) {
  const t = useTranslations()
  return wordsWith(t as unknown as Parameters<typeof wordsWith>[0], agencies)
}

/** 11 月 23 日 of 2026-11-23. */
export function useDayWords(): (day: string) => string {
  const t = useTranslations('reports')
  return (day) => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
    return t('dayWords', { year: String(year), month, date })
  }
}
