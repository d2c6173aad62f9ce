'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { offerHandover, reportProgress, returnAlert, snoozeAlert } from '#actions/alerts.ts'
import type { AgencyView, AlertView, IncidentView } from '#contracts/views.ts'
import { latestSnooze } from '#domain/alert/snooze-alert.ts'
import { ok } from '#domain/result.ts'
import { read } from '#ui/live/read.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { useShiftEnd } from '#ui/shift/use-duty.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { PromiseFields, readPromise } from './promise-fields.tsx'
import { promiseGround } from './promise-ground.ts'
import type { Acceptance } from './use-acceptance.ts'

export type LeaseDialog = 'promise' | 'progress' | 'return' | 'snooze' | 'handover'

export type LeaseSurface = {
  incident: IncidentView
  /** My agency's own. */
  alert: AlertView
  agencies: AgencyView[]
  now: number
}

/** One act on my agency's acceptance; it is carried out on what the officer saw when it was opened. */
export function LeaseForm({
  which,
  accept,
  close,
  ...surface
}: LeaseSurface & { which: LeaseDialog; accept: Acceptance['accept']; close: () => void }) {
  const [seen] = useState(surface)
  const given = { ...seen, now: surface.now, close }
  switch (which) {
    case 'promise':
      return <PromiseForm {...given} accept={accept} />
    case 'progress':
      return <ProgressForm {...given} />
    case 'return':
      return <ReturnForm {...given} />
    case 'snooze':
      return <SnoozeForm {...given} />
    case 'handover':
      return <HandoverForm {...given} />
  }
}

type Given = LeaseSurface & { close: () => void }

function PromiseForm({ incident, alert, agencies, now, accept, close }: Given & Pick<Acceptance, 'accept'>) {
  const t = useTranslations('incident')
  const shiftEnd = useShiftEnd(now)
  const ground = promiseGround(incident, alert, agencies, shiftEnd)
  return (
    <FormDialog
      title={t('lease.change')}
      submitWords={t('accept')}
      close={close}
      send={async (fields) => {
        const promise = readPromise(fields, ground, now)
        if (promise) accept(alert, promise)
        return ok(true)
      }}
    >
      <PromiseFields ground={ground} now={now} />
    </FormDialog>
  )
}

function ProgressForm({ incident, alert, agencies, now, close }: Given) {
  const t = useTranslations('incident.lease')
  const shiftEnd = useShiftEnd(now)
  const ground = promiseGround(incident, alert, agencies, shiftEnd)
  const { id: alertId, version } = alert
  return (
    <FormDialog
      title={t('report')}
      submitWords={t('confirm')}
      close={close}
      send={(fields) => {
        const promise = readPromise(fields, ground, now)
        return reportProgress({ alertId, version, note: String(fields.get('note')), promise })
      }}
    >
      <Field
        label={t('note')}
        name="note"
        required
        minLength={2}
        maxLength={200}
        autoComplete="off"
        autoFocus
      />
      <PromiseFields ground={ground} now={now} />
    </FormDialog>
  )
}

function ReturnForm({ alert: { id: alertId, version }, close }: Given) {
  const t = useTranslations('incident.lease')
  return (
    <FormDialog
      title={t('return')}
      submitWords={t('confirm')}
      close={close}
      send={(fields) => returnAlert({ alertId, version, reason: String(fields.get('reason')) })}
    >
      <Field
        label={t('reason')}
        name="reason"
        required
        minLength={2}
        maxLength={200}
        autoComplete="off"
        autoFocus
      />
    </FormDialog>
  )
}

const waits = [5, 10, 30, 60]

function SnoozeForm({ incident, alert, now, close }: Given) {
  const t = useTranslations('incident.lease')
  const { id: alertId, version } = alert
  const { grade, danger, dangerOver } = incident
  const shiftEndsAt = useShiftEnd(now)
  const threatened = danger.length > 0 && !dangerOver
  const latest = latestSnooze({ grade, danger: threatened, shiftEndsAt }, new Date(now))
  const minutes = waits.filter((wait) => now + wait * 60_000 <= latest.getTime())
  const longest = Math.floor((latest.getTime() - now) / 60_000)
  const choices = minutes.length > 0 ? minutes : [Math.max(1, longest)]
  return (
    <FormDialog
      title={t('snooze')}
      note={t('snoozeNote', { time: clockMinutes(latest.toISOString()) })}
      submitWords={t('confirm')}
      close={close}
      send={(fields) => {
        // The press may come a moment after the choice was read: never later than the law allows.
        const until = Math.min(now + Number(fields.get('minutes')) * 60_000, latest.getTime())
        return snoozeAlert({ alertId, version, until: new Date(until).toISOString() })
      }}
    >
      <select name="minutes" aria-label={t('snooze')} className={fieldLook}>
        {choices.map((wait) => (
          <option key={wait} value={wait}>
            {t('snoozeFor', { minutes: wait })}
          </option>
        ))}
      </select>
    </FormDialog>
  )
}

function HandoverForm({ alert: { id: alertId, version }, close }: Given) {
  const t = useTranslations('incident.lease')
  const { data } = useQuery({ queryKey: ['colleagues'], queryFn: () => read('colleagues'), retry: false })
  const colleagues = data?.ok ? data.value : []
  return (
    <FormDialog
      title={t('handover')}
      note={data && colleagues.length === 0 ? t('noColleague') : t('handoverNote')}
      submitWords={t('confirm')}
      close={close}
      send={(fields) => {
        const toId = fields.get('to')
        return typeof toId === 'string' ? offerHandover({ alertId, version, toId }) : null
      }}
    >
      <Field label={t('colleague')}>
        <select name="to" className={fieldLook}>
          {colleagues.map(({ id, post }) => (
            <option key={id} value={id}>
              {post}
            </option>
          ))}
        </select>
      </Field>
    </FormDialog>
  )
}
