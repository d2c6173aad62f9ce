'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, AlertView, IncidentView } from '#contracts/views.ts'
import type { Press, Presses } from '#ui/alert/press.ts'
import { type AcceptanceState, acceptanceState, owesAcceptance } from '#ui/primitives/acceptance-state.ts'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { EscalationStair } from '#ui/primitives/escalation-stair.tsx'
import { Tick } from '#ui/primitives/tick.tsx'
import { clockMinutes, clockSeconds } from '#ui/time/shanghai.ts'
import { agencyName } from './agency-names.ts'
import { NextForAgency } from './next-for-agency.tsx'
import { Panel } from './panel.tsx'
import { nextOwnStep } from './step-duty.ts'

/** Who has accepted and who owes it: one row for everybody on the route, the owing ones on paper. */
export function AcceptanceMatrix({
  incident,
  agencies,
  mine,
  presses,
  now,
  cut,
}: {
  incident: IncidentView
  agencies: AgencyView[]
  /** Key of the reader's own agency. */
  mine: string | null
  presses: Presses
  now: number
  cut: boolean
}) {
  const t = useTranslations('incident')
  return (
    <Panel caption={t('acceptance')} note={t('acceptanceNote')}>
      <table className="mt-1 w-full table-fixed text-desk-body">
        <thead>
          <tr className="h-7 border-b border-line2 text-left text-t2">
            <Head className="w-[108px]">{t('column.unit')}</Head>
            <Head className="w-[88px]">{t('column.state')}</Head>
            <Head className="w-[88px]">{t('column.time')}</Head>
            <Head className="max-sm:hidden">{t('column.next')}</Head>
            <Head className="w-[116px] text-right">{t('column.left')}</Head>
            <Head className="w-[56px] text-center">{t('column.stair')}</Head>
          </tr>
        </thead>
        <tbody>
          {incident.alerts.map((alert) => (
            <MatrixRow
              key={alert.id}
              incident={incident}
              alert={alert}
              agencies={agencies}
              mine={alert.agency === mine}
              press={presses[alert.id]}
              now={now}
              cut={cut}
            />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

type RowFacts = {
  incident: IncidentView
  alert: AlertView
  agencies: AgencyView[]
  mine: boolean
  press: Press | undefined
  now: number
  cut: boolean
}

function MatrixRow({ incident, alert, agencies, mine, press, now, cut }: RowFacts) {
  const t = useTranslations('incident')
  const state = press?.state === 'kept' ? 'pending' : acceptanceState(alert, now)
  const owed = owesAcceptance(state)
  const step = nextOwnStep(incident, alert.agency, agencies)
  const leftUntil = alert.state === 'unaccepted' ? alert.dueAt : step?.dueAt
  return (
    <tr className={clsx('h-[30px] border-b border-line last:border-0', looks(state, cut))} data-state={state}>
      <th scope="row" className="truncate px-2 text-left font-semibold">
        {agencyName(agencies, alert.agency)}
        {mine ? (
          <span className={clsx('ml-2 text-desk-meta font-normal', !owed && 'text-accent')}>{t('ours')}</span>
        ) : null}
      </th>
      <StateCell state={state} busy={press?.state === 'busy'} />
      <td className="unbroken px-2">
        {alert.acceptedAt ? (
          <span title={alert.acceptedBy?.post}>{clockSeconds(alert.acceptedAt)}</span>
        ) : (
          t('delivered', { time: clockMinutes(alert.raisedAt) })
        )}
      </td>
      <td className="truncate px-2 max-sm:hidden">
        <NextForAgency alert={alert} step={step} now={now} />
      </td>
      <td className="unbroken px-2 text-right font-medium">
        {leftUntil ? <Countdown dueAt={leftUntil} now={now} className={clsx(owed && 'font-bold')} /> : null}
      </td>
      <td className="px-2">
        <span
          className={clsx(
            'grid place-items-center',
            owed && !cut && '[--stair-empty:color-mix(in_srgb,var(--ink)_30%,transparent)]',
          )}
        >
          <EscalationStair rung={alert.rung} size={18} />
        </span>
      </td>
    </tr>
  )
}

function StateCell({ state, busy }: { state: AcceptanceState; busy: boolean }) {
  const t = useTranslations('state')
  return (
    <td className="px-2">
      <span className={clsx('unbroken flex items-center gap-1', state !== 'accepted' && 'font-semibold')}>
        {state === 'accepted' ? <Tick /> : null}
        {busy ? t('busy') : t(state)}
      </span>
    </td>
  )
}

/** Paper for what is owed; when the link is cut we no longer know, and the paper becomes an outline. */
function looks(state: AcceptanceState, cut: boolean): string {
  if (state === 'pending') return 'outline-2 -outline-offset-2 outline-dashed outline-paper'
  if (!owesAcceptance(state)) return 'text-t1'
  if (cut) return 'text-t2 outline-2 -outline-offset-2 outline-t2'
  return clsx('bg-paper text-ink', state === 'last_quarter' ? 'motion-last-quarter' : null)
}

function Head({ className, children }: { className?: string; children: string }) {
  return (
    <th scope="col" className={clsx('unbroken px-2 font-normal', className)}>
      {children}
    </th>
  )
}
