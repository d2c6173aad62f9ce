'use client'

import { useTranslations } from 'use-intl/react'
import type { GapView } from '#contracts/roster.ts'
import type { AgencyView } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { clockMinutes, daysBetween } from '#ui/time/shanghai.ts'
import { useMoment } from '#ui/time/use-moment.ts'

/** Holes of the same hours in one sentence: 政法委、宣传部 现在无人值班，至 08:30. */
export function useGapWords(agencies: AgencyView[], now: number): (gaps: GapView[]) => string[] {
  const t = useTranslations('roster')
  const moment = useMoment()
  const time = (at: string) => (daysBetween(now, at) === 0 ? clockMinutes(at) : moment(at))
  return (gaps) => {
    const alike = new Map<string, GapView[]>()
    for (const gap of gaps) {
      const hours = `${gap.from} ${gap.to}`
      alike.set(hours, [...(alike.get(hours) ?? []), gap])
    }
    return [...alike.values()].map((same) => {
      const [{ from, to } = { from: '', to: '' }] = same
      const agency = inOrder(agencies, same)
      if (Date.parse(from) <= now + minuteMs) return t('gapNow', { agency, to: time(to) })
      return t('gap', { agency, from: time(from), to: time(to) })
    })
  }
}

const minuteMs = 60_000

function inOrder(agencies: AgencyView[], gaps: GapView[]): string {
  const keys = agencies.map(({ key }) => key).filter((key) => gaps.some(({ agency }) => agency === key))
  return keys.map((key) => agencyName(agencies, key)).join('、')
}
