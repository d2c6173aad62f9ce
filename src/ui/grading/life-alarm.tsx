'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { endDanger } from '#actions/grading.ts'
import type { IncidentView } from '#contracts/views.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { may, type Person } from '#domain/permission.ts'
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
  surface: 'desk' | 'phone'
}) {
  const t = useTranslations('grading.life')
  const kinds = useDangerWords()
  const [calming, setCalming] = useState(false)
  if (!isLifeThreatened(incident)) return null
  const police = incident.alerts.find(({ agency }) => agency === 'gaj')
  const owed = police?.state === 'unaccepted'
  const mayCalm = may(person, 'state_facts', { route: incident.alerts.map(({ agency }) => agency) }).ok
  return (
    <section
      role="alert"
      data-life-alarm
      className={clsx(
        'flex flex-wrap items-center gap-x-6 gap-y-2',
        owed ? 'bg-paper text-ink' : 'bg-s2 text-t1',
        surface === 'desk'
          ? 'rounded-tile px-4 py-3 text-desk-body'
          : 'rounded-phone px-4 py-3 text-phone-body',
      )}
    >
      <strong
        className={surface === 'desk' ? 'text-desk-queue font-bold' : 'w-full text-phone-headline font-bold'}
      >
        {t('first')}
      </strong>
      <span className="flex gap-3">
        {numbers.map((number) => (
          <a
            key={number}
            href={`tel:${number}`}
            className={clsx(
              'unbroken grid place-items-center rounded-control border-2 border-current font-bold',
              surface === 'desk' ? 'h-8 px-3 text-desk-queue' : 'h-14 min-w-22 text-phone-figure',
            )}
          >
            {number}
          </a>
        ))}
      </span>
      <span className="min-w-0 flex-1 font-medium">{kinds(incident.danger)}</span>
      {police ? (
        <span className="unbroken flex items-center gap-2 font-semibold">
          {police.acceptedAt ? (
            <>
              <Tick />
              {t('policeTook', { time: clockMinutes(police.acceptedAt) })}
            </>
          ) : (
            <>
              {t('policeOwes')}
              <Countdown dueAt={police.dueAt} now={now} className="!text-current" />
            </>
          )}
        </span>
      ) : null}
      {mayCalm ? (
        <Button
          surface={surface}
          className={clsx(owed && '!border-current !text-current hover:!bg-transparent')}
          onClick={() => setCalming(true)}
        >
          {t('calm')}
        </Button>
      ) : null}
      {calming ? <CalmDialog incidentId={incident.id} close={() => setCalming(false)} /> : null}
    </section>
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
