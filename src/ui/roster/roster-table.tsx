'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { RosterDay, type RosterSurface } from './roster-day.tsx'
import { useDayWords } from './roster-words.ts'

/** From 768 px: agencies below each other, days beside each other. */
export function RosterTable({ roster, agencies, edit }: RosterSurface) {
  const t = useTranslations('roster')
  const dayWords = useDayWords()
  return (
    <div className="overflow-x-auto rounded-tile bg-s1 outline-1 -outline-offset-1 outline-tile-edge max-md:hidden">
      <table className="w-full table-fixed border-collapse text-desk-meta">
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 w-24 bg-s1 px-3 py-2 text-left font-medium text-t3">
              {t('agency')}
            </th>
            {roster.days.map(({ day, rest }) => (
              <th
                key={day}
                scope="col"
                className={clsx(
                  'w-28 border-l border-line px-1 py-2 text-left font-medium',
                  day === roster.today ? 'text-accent' : 'text-t2',
                )}
              >
                {dayWords(day)}
                {rest ? <span className="ml-1 font-semibold text-t1">{t('rest')}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roster.agencies.map(({ key, mine }) => (
            <tr key={key} className="border-t border-line">
              <th scope="row" className="sticky left-0 z-10 bg-s1 px-3 py-2 text-left font-semibold">
                {agencies.find((one) => one.key === key)?.short ?? key}
              </th>
              {roster.days.map(({ day, rest }) => (
                <td key={day} className={clsx('h-12 border-l border-line p-0.5 align-top', rest && 'bg-s2')}>
                  <RosterDay {...{ roster, agencies, edit, mine, day }} agency={key} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
