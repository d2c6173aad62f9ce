'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { answerHandover } from '#actions/alerts.ts'
import { may, type Person } from '#domain/permission.ts'
import { useKeys } from '#ui/desk/use-keys.ts'
import { useAct } from '#ui/handling/use-act.ts'
import { Button } from '#ui/primitives/button.tsx'
import { type LeaseDialog, LeaseForm, type LeaseSurface } from './lease-dialogs.tsx'
import type { Acceptance } from './use-acceptance.ts'

type Act = { which: LeaseDialog; key: string; word: 'change' | 'report' | 'return' | 'snooze' | 'handover' }

const whileOwed: readonly Act[] = [
  { which: 'promise', key: 'X', word: 'change' },
  { which: 'snooze', key: 'Z', word: 'snooze' },
]
const whileHeld: readonly Act[] = [
  { which: 'progress', key: 'P', word: 'report' },
  { which: 'return', key: 'R', word: 'return' },
  { which: 'handover', key: 'H', word: 'handover' },
]

/** What my agency can do with its acceptance besides accepting: another promise, later; progress, give back, hand over. */
export function LeaseActs({
  person,
  accept,
  surface,
  ...lease
}: LeaseSurface & { person: Person; accept: Acceptance['accept']; surface: 'desk' | 'phone' }) {
  const t = useTranslations('incident.lease')
  const [open, setOpen] = useState<LeaseDialog | null>(null)
  const { alert } = lease
  const allowed = may(person, 'accept_alert', { agency: alert.agency }).ok && !alert.endedAt
  const acts = (alert.state === 'accepted' ? whileHeld : whileOwed).filter(
    ({ which }) => which !== 'snooze' || (alert.nextStepAt !== null && alert.snoozedRung !== alert.rung),
  )
  const keys = allowed && surface === 'desk' ? acts : []
  useKeys(Object.fromEntries(keys.map(({ key, which }) => [key.toLowerCase(), () => setOpen(which)])))
  if (!allowed) return null
  const size = surface === 'phone' ? 'flex-1 border-transparent bg-s3' : undefined
  return (
    <div className={clsx('flex flex-wrap gap-2', surface === 'desk' ? 'mt-2' : 'py-1')}>
      <Offered {...lease} person={person} surface={surface} />
      {acts.map(({ which, key, word }) => (
        <Button
          key={which}
          surface={surface}
          hint={surface === 'desk' ? key : undefined}
          className={size}
          onClick={() => setOpen(which)}
        >
          {t(word)}
        </Button>
      ))}
      {open ? (
        <LeaseForm key={open} which={open} accept={accept} {...lease} close={() => setOpen(null)} />
      ) : null}
    </div>
  )
}

/** A hand-over on its way: the colleague takes or declines it, whoever offered it can take it back. */
function Offered({ alert, person, surface }: LeaseSurface & { person: Person; surface: 'desk' | 'phone' }) {
  const t = useTranslations('incident.lease')
  const { busy, answer, act } = useAct()
  const handover = alert.lease?.handover
  if (!handover) return null
  const { id: alertId, version } = alert
  const mine = handover.toId === person.id
  const send = (take: boolean) => act(String(take), () => answerHandover({ alertId, version, take }))
  return (
    <div className="flex w-full flex-wrap items-center gap-2 rounded-control bg-s2 px-3 py-2 text-desk-body">
      <p className="min-w-0 flex-1">
        {mine ? t('offeredTo', { giver: handover.by.post }) : t('offered', { colleague: handover.to.post })}
        <span className="ml-2 text-t3">{t(mine ? 'offeredNote' : 'handoverNote')}</span>
      </p>
      {mine ? (
        <Button variant="primary" surface={surface} busy={busy === 'true'} onClick={() => send(true)}>
          {t('take')}
        </Button>
      ) : null}
      <Button surface={surface} busy={busy === 'false'} onClick={() => send(false)}>
        {t(mine ? 'decline' : 'withdraw')}
      </Button>
      {answer ? (
        <p role="alert" className="w-full font-semibold">
          {answer}
        </p>
      ) : null}
    </div>
  )
}
