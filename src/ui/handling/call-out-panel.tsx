'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { CalledPostView } from '#contracts/handling.ts'
import type { AgencyView } from '#contracts/views.ts'
import { byAnswer } from '#domain/call-out/call-out.ts'
import { may } from '#domain/permission.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { StepDot } from '#ui/incident/step-dot.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { CallAnswer } from './call-answer.tsx'
import { CallDialog } from './call-dialog.tsx'
import { type HandlingSurface, routeOf } from './task-panel.tsx'

/** 调度: who was called, who has not answered, who is on the way, who is there. */
export function CallOutPanel(surface: HandlingSurface) {
  const { handling, incident, person, agencies } = surface
  const t = useTranslations('handling.callout')
  const [calling, setCalling] = useState(false)
  const { called, toCall } = handling
  const count = (state: CalledPostView['state']) => called.filter((one) => one.state === state).length
  const mayCall = may(person, 'handle_incident', { route: routeOf(incident) }).ok && toCall.length > 0
  return (
    <Panel
      caption={t('caption')}
      note={
        called.length > 0
          ? t('note', { open: count('called'), coming: count('coming'), arrived: count('arrived') })
          : t('none')
      }
    >
      <CalledList called={called} agencies={agencies} mine={person.agency} surface="desk" />
      {mayCall ? (
        <Button className="mt-2" onClick={() => setCalling(true)}>
          {t('call', { count: toCall.length })}
        </Button>
      ) : null}
      {calling ? (
        <CallDialog
          incidentId={incident.id}
          handling={handling}
          agencies={agencies}
          close={() => setCalling(false)}
        />
      ) : null}
    </Panel>
  )
}

/** Unanswered first; what is my agency's can be answered here. */
export function CalledList({
  called,
  agencies,
  mine,
  surface,
}: {
  called: CalledPostView[]
  agencies: AgencyView[]
  mine: string | null
  surface: 'desk' | 'phone'
}) {
  if (called.length === 0) return null
  return (
    <ul className="mt-2 flex flex-col gap-1">
      {[...called].sort(byAnswer).map((one) => (
        <li key={one.id} data-called={one.agency} data-state={one.state}>
          <CalledRow called={one} agencies={agencies} mine={one.agency === mine} surface={surface} />
          {one.agency === mine && one.state !== 'arrived' ? (
            <CallAnswer called={one} surface={surface} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function CalledRow({
  called,
  agencies,
  mine,
  surface,
}: {
  called: CalledPostView
  agencies: AgencyView[]
  mine: boolean
  surface: 'desk' | 'phone'
}) {
  const t = useTranslations('handling')
  const { state, agency, post, duty, calledAt, answeredAt, arrivedAt, etaMinutes, note } = called
  const look = { called: 'owed', coming: 'now', arrived: 'done', unable: 'later' } as const
  const at = arrivedAt ?? answeredAt ?? calledAt
  const more =
    state === 'unable'
      ? note
      : state === 'coming' && etaMinutes
        ? t('callout.eta', { minutes: etaMinutes })
        : duty
  return (
    <div
      className={clsx(
        'flex items-start gap-3',
        surface === 'phone' ? 'min-h-12 text-phone-body' : 'text-desk-body',
      )}
    >
      <StepDot look={look[state]} />
      <span className="min-w-0 flex-1">
        <span className={clsx('block truncate', mine || state === 'called' ? 'font-semibold' : 'text-t1')}>
          {agencyName(agencies, agency)} {post}
        </span>
        <span className="block truncate text-desk-meta text-t2">{more}</span>
      </span>
      <span className="unbroken text-right text-t2">
        {t(`state.${state}`)} <time dateTime={at}>{clockMinutes(at)}</time>
      </span>
    </div>
  )
}
