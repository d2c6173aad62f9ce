'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { RosterDay, type RosterSurface } from './roster-day.tsx'
import { useDayWords } from './roster-words.ts'

/** On a phone: one agency at a time, its days below each other. */
export function RosterList({ roster, agencies, edit }: RosterSurface) {
  const t = useTranslations('roster')
  const dayWords = useDayWords()
  const [first] = roster.agencies
  const [chosen, choose] = useState(roster.own ?? first?.key ?? '')
  const mine = roster.agencies.some((one) => one.key === chosen && one.mine)
  return (
    <section className="rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge md:hidden">
      <Field label={t('agency')}>
        <select className={fieldLook} value={chosen} onChange={(event) => choose(event.target.value)}>
          {roster.agencies.map(({ key }) => (
            <option key={key} value={key}>
              {agencies.find((one) => one.key === key)?.short ?? key}
            </option>
          ))}
        </select>
      </Field>
      <ul className="mt-2">
        {roster.days.map(({ day, rest }) => (
          <li key={day} className="grid grid-cols-[104px_1fr] items-start gap-2 border-t border-line py-1">
            <span className="py-2 text-desk-body text-t2">
              {dayWords(day)}
              {rest ? <span className="ml-1 font-semibold text-t1">{t('rest')}</span> : null}
            </span>
            <RosterDay {...{ roster, agencies, edit, mine, day }} agency={chosen} wide />
          </li>
        ))}
      </ul>
    </section>
  )
}
