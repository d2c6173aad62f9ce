'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { rollBackShiftHours, saveShiftHours } from '#actions/roster.ts'
import type { RosterView } from '#contracts/roster.ts'
import { EditionList } from '#ui/editions/edition-list.tsx'
import { SaveEdition } from '#ui/editions/save-edition.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { Field } from '#ui/primitives/field.tsx'
import { useRefresh } from '#ui/shell/refresh.ts'

/** When the shifts of a day begin and end; by them an acceptance ends where nobody is rostered. */
export function ShiftHours({ hours }: { hours: RosterView['hours'] }) {
  const t = useTranslations('roster')
  const refresh = useRefresh()
  const [shifts, setShifts] = useState(hours.shifts)
  const changed = JSON.stringify(shifts) !== JSON.stringify(hours.shifts)
  const change = (at: number, part: { from?: string; to?: string }) =>
    setShifts(shifts.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const nameOf = (key: string, at: number) =>
    key === 'day' || key === 'night' ? t(`shiftName.${key}`) : t('shiftName.other', { number: at + 1 })
  return (
    <div className="grid min-w-0 gap-3">
      <Panel caption={t('hours')} note={t('hoursNote')}>
        {hours.mayChange ? null : (
          <p className="mt-2 flex flex-wrap gap-x-6 text-desk-body">
            {shifts.map(({ key, from, to }, at) => (
              <span key={key}>
                {nameOf(key, at)} {from}–{to}
              </span>
            ))}
          </p>
        )}
        <ul className="mt-2 grid gap-2" hidden={!hours.mayChange}>
          {shifts.map(({ key, from, to }, at) => (
            <li key={key} className="grid grid-cols-[5rem_1fr_1fr] items-end gap-3 text-desk-body">
              <span className="pb-2">{nameOf(key, at)}</span>
              <Field
                label={t('fromClock')}
                type="time"
                value={from}
                onChange={(event) => change(at, { from: event.target.value })}
              />
              <Field
                label={t('toClock')}
                type="time"
                value={to}
                onChange={(event) => change(at, { to: event.target.value })}
              />
            </li>
          ))}
        </ul>
      </Panel>
      {hours.mayChange ? (
        <>
          <SaveEdition
            version={hours.version}
            changed={changed}
            save={(why) => saveShiftHours({ rules: shifts, why, basedOn: hours.version })}
            reset={() => setShifts(hours.shifts)}
            saved={refresh}
          />
          <EditionList versions={hours.versions} rollBack={rollBackShiftHours} changed={refresh} />
        </>
      ) : null}
    </div>
  )
}
