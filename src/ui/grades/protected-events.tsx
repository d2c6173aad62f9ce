'use client'

import { useTranslations } from 'use-intl/react'
import type { GradesView } from '#contracts/grading.ts'
import type { GradeRules } from '#domain/grading/rules.ts'
import { SelectField, TextField } from '#ui/account/field.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { Limit } from './line-row.tsx'

/** Gatherings of state by name, days and place; near one of them a grade is one higher. */
export function ProtectedEvents({
  rules,
  change,
  places,
}: {
  rules: GradeRules
  change: (part: Partial<GradeRules>) => void
  places: GradesView['places']
}) {
  const t = useTranslations('grades')
  const { protectedEvents, protectedKm } = rules
  const add = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const [name = '', from = '', to = '', placeCode = ''] = ['name', 'from', 'to', 'placeCode'].map((key) =>
      String(fields.get(key) ?? '').trim(),
    )
    change({ protectedEvents: [...protectedEvents, { name, from, to, placeCode }] })
    event.currentTarget.reset()
  }
  return (
    <Panel
      caption={t('events')}
      note={t('eventsNote')}
      aside={
        <span className="flex items-center gap-2 text-desk-body text-t2">
          {t('within')}
          <Limit label={t('within')} value={protectedKm} change={(km) => change({ protectedKm: km })} />
          {t('km')}
        </span>
      }
    >
      <ul className="mt-2">
        {protectedEvents.map((event) => (
          <li
            key={`${event.name} ${event.from}`}
            className="flex flex-wrap items-center gap-x-4 border-t border-line py-1 text-desk-body"
          >
            <strong className="font-semibold">{event.name}</strong>
            <span className="unbroken text-t2">
              {event.from} – {event.to}
            </span>
            <span className="flex-1 text-t2">
              {places.find(({ code }) => code === event.placeCode)?.name}
            </span>
            <Button
              className="max-md:h-12"
              onClick={() => change({ protectedEvents: protectedEvents.filter((one) => one !== event) })}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={add}
        className="mt-2 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_1fr_auto]"
      >
        <TextField label={t('eventName')} name="name" required minLength={2} maxLength={40} />
        <TextField label={t('eventFrom')} name="from" type="date" required />
        <TextField label={t('eventTo')} name="to" type="date" required />
        <SelectField label={t('eventPlace')} name="placeCode">
          {places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <Button type="submit" className="h-9 max-md:h-12">
          {t('addLine')}
        </Button>
      </form>
    </Panel>
  )
}
