import { useTranslations } from 'use-intl/react'
import { useMoment } from '#ui/time/use-moment.ts'

/** A deadline in a sentence: 11 月 26 日 17:30（3 个工作日，暂定）. */
export function useDueWords(): (due: {
  dueAt: string
  workingDays?: number | null
  provisional?: boolean
}) => string {
  const t = useTranslations('handling.deadline')
  const moment = useMoment()
  return ({ dueAt, workingDays, provisional }) => {
    const time = moment(dueAt)
    if (!workingDays) return time
    return t('withDays', { time, count: workingDays, provisional: Number(provisional ?? false) })
  }
}
