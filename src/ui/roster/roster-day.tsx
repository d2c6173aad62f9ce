'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { RosterView } from '#contracts/roster.ts'
import type { AgencyView } from '#contracts/views.ts'
import { gapsOfDay, hoursWords, postWords } from './roster-words.ts'

export type RosterSurface = {
  roster: RosterView
  agencies: AgencyView[]
  edit: (agency: string, day: string) => void
}

/** Who of one agency is on, on one day; a hole stands in light. Pressed by those who may change it. */
export function RosterDay({
  roster,
  agencies,
  edit,
  agency,
  day,
  mine,
  wide = false,
}: RosterSurface & { agency: string; day: string; mine: boolean; wide?: boolean }) {
  const t = useTranslations('roster')
  const turns = roster.turns.filter((one) => one.agency === agency && one.day === day)
  const of = agencies.find(({ key }) => key === agency)
  const gaps = gapsOfDay(roster, agency, day)
  const shown = (
    <>
      {turns.map((one) => (
        <span key={one.id} className={clsx('block min-w-0', wide && 'flex items-baseline gap-3')}>
          <span className="block text-desk-label text-t3">{hoursWords(one)}</span>
          <span className="block truncate font-medium">{postWords(roster, one.dutyId, of)}</span>
          {one.substituteId ? (
            <span className="block truncate text-desk-label text-t2">
              {t('substitute', { post: postWords(roster, one.substituteId, of) })}
            </span>
          ) : null}
        </span>
      ))}
      {gaps.map((gap) => (
        <span
          key={gap.from}
          className="block rounded-control bg-paper px-1 text-desk-label font-semibold text-ink"
        >
          {t('nobody')} {hoursWords({ startsAt: gap.from, endsAt: gap.to })}
        </span>
      ))}
      {turns.length + gaps.length === 0 ? <span className="text-t3">–</span> : null}
    </>
  )
  const look = 'flex h-full w-full min-w-0 flex-col gap-1 rounded-control p-1 text-left text-desk-meta'
  if (!mine) return <div className={look}>{shown}</div>
  return (
    <button
      type="button"
      aria-label={`${of?.short ?? agency} ${day}`}
      className={clsx(look, 'hover:bg-s3', wide && 'min-h-12')}
      onClick={() => edit(agency, day)}
    >
      {shown}
    </button>
  )
}
