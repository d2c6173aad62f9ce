'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { endDanger } from '#actions/grading.ts'
import type { AlertView, IncidentView } from '#contracts/views.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import type { Person } from '#domain/permission.ts'
import { mayWhileOpen } from '#ui/incident/incident-right.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { Tick } from '#ui/primitives/tick.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useDangerWords } from './danger-words.ts'

const numbers = ['110', '119', '120'] as const

/** Before any office: the first action where a life is in danger, lit until the police have taken it. */
export function LifeAlarm({
  incident,
  person,
  now,
  surface,
}: {
  incident: IncidentView
  person: Person
  now: number
  /** Above a phone's alert there is room for the call alone. */
  surface: 'desk' | 'phone' | 'phone_alert'
}) {
  const t = useTranslations('grading.life')
  const kinds = useDangerWords()
  const [calming, setCalming] = useState(false)
  if (incident.state !== 'open' || !isLifeThreatened(incident)) return null
  const police = incident.alerts.find(({ agency }) => agency === 'gaj')
  const owed = police?.state === 'unaccepted'
  const desk = surface === 'desk'
  const mayCalm = surface !== 'phone_alert' && mayWhileOpen(incident, person, 'state_facts')
  return (
    <section
      role="alert"
      data-life-alarm
      className={clsx(
        'flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3',
        owed ? 'bg-paper text-ink' : 'bg-s2 text-t1',
        desk ? 'rounded-tile text-desk-body' : 'text-phone-body',
        surface === 'phone' && 'mb-3 rounded-phone',
      )}
    >
      <p className={clsx('flex items-center gap-3', !desk && 'w-full')}>
        <strong className={clsx('unbroken font-bold', desk && 'mr-3 text-desk-queue')}>{t('first')}</strong>
        {numbers.map((number) => (
          <a
            key={number}
            href={`tel:${number}`}
            className={clsx(
              'unbroken grid place-items-center rounded-control border-2 border-current font-bold',
              desk ? 'h-8 px-3 text-desk-queue' : 'h-12 flex-1 text-phone-headline',
            )}
          >
            {number}
          </a>
        ))}
      </p>
      <span className="min-w-0 flex-1 truncate font-medium">{kinds(incident.danger)}</span>
      {police ? <Police alert={police} now={now} /> : null}
      {mayCalm ? (
        <Button
          surface={desk ? 'desk' : 'phone'}
          className={clsx(owed && '!border-current !text-current hover:!bg-transparent', !desk && 'w-full')}
          onClick={() => setCalming(true)}
        >
          {t('calm')}
        </Button>
      ) : null}
      {calming ? <CalmDialog incidentId={incident.id} close={() => setCalming(false)} /> : null}
    </section>
  )
}

function Police({ alert, now }: { alert: AlertView; now: number }) {
  const t = useTranslations('grading.life')
  return (
    <span className="unbroken flex items-center gap-2 font-semibold">
      {alert.acceptedAt ? (
        <>
          <Tick />
          {t('policeTook', { time: clockMinutes(alert.acceptedAt) })}
        </>
      ) : (
        <>
          {t('policeOwes')}
          <Countdown dueAt={alert.dueAt} now={now} className="!text-current" />
        </>
      )}
    </span>
  )
}

function CalmDialog({ incidentId, close }: { incidentId: string; close: () => void }) {
  const t = useTranslations('grading.life')
  const send = (fields: FormData) => endDanger({ incidentId, note: lineIn(fields, 'note') || null })
  return (
    <FormDialog title={t('calm')} note={t('calmNote')} submitWords={t('calmNow')} send={send} close={close}>
      <Field label={t('note')} name="note" maxLength={500} />
    </FormDialog>
  )
}
