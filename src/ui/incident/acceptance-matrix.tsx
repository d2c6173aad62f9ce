'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, AlertView, IncidentView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { CallNext } from '#ui/alert/call-next.tsx'
import { LeaseActs } from '#ui/alert/lease-acts.tsx'
import type { Press, Presses } from '#ui/alert/press.ts'
import type { Acceptance } from '#ui/alert/use-acceptance.ts'
import {
  type AcceptanceState,
  acceptanceState,
  countedUntil,
  owesAcceptance,
} from '#ui/primitives/acceptance-state.ts'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { EscalationStair } from '#ui/primitives/escalation-stair.tsx'
import { Tick } from '#ui/primitives/tick.tsx'
import { clockMinutes, clockSeconds } from '#ui/time/shanghai.ts'
import { agencyName } from './agency-names.ts'
import { mayWhileOpen } from './incident-right.ts'
import { NextForAgency } from './next-for-agency.tsx'
import { Panel } from './panel.tsx'

/** Who has accepted, on what promise, and who owes it: one row for everybody on the route, the owing ones on paper. */
export function AcceptanceMatrix({
  incident,
  agencies,
  person,
  presses,
  accept,
  now,
  cut,
}: {
  incident: IncidentView
  agencies: AgencyView[]
  person: Person
  presses: Presses
  accept: Acceptance['accept']
  now: number
  cut: boolean
}) {
  const t = useTranslations('incident')
  const own = incident.alerts.find(({ agency }) => agency === person.agency)
  const mayCall = mayWhileOpen(incident, person, 'escalate_alert') && !cut
  const owing = incident.alerts.find((alert) => owesAcceptance(acceptanceState(alert, now)))
  return (
    <Panel caption={t('acceptance')} note={t('acceptanceNote')}>
      <table className="mt-1 w-full table-fixed text-desk-body">
        <thead>
          <tr className="h-7 border-b border-line2 text-left text-t2">
            <Head className={own && agencyName(agencies, own.agency).length > 3 ? 'w-[124px]' : 'w-[96px]'}>
              {t('column.unit')}
            </Head>
            <Head className="w-[80px]">{t('column.state')}</Head>
            <Head className="w-[84px]">{t('column.time')}</Head>
            <Head className="max-sm:hidden">{t('column.next')}</Head>
            <Head className="w-[90px] text-right">{t('column.left')}</Head>
            <Head className="w-[42px] text-center">{t('column.stair')}</Head>
            <Head className="w-[52px] text-right">{t('column.call')}</Head>
          </tr>
        </thead>
        <tbody>
          {incident.alerts.map((alert) => (
            <MatrixRow
              key={alert.id}
              incident={incident}
              alert={alert}
              agencies={agencies}
              mine={alert === own}
              press={presses[alert.id]}
              call={mayCall ? (alert === owing ? 'key' : 'press') : null}
              now={now}
              cut={cut}
            />
          ))}
        </tbody>
      </table>
      {own && !cut ? (
        <LeaseActs {...{ incident, agencies, person, accept, now }} key={own.id} alert={own} surface="desk" />
      ) : null}
    </Panel>
  )
}

type RowFacts = {
  incident: IncidentView
  alert: AlertView
  agencies: AgencyView[]
  mine: boolean
  press: Press | undefined
  /** Whether the next rung of its ladder may be called, and by the key E. */
  call: 'key' | 'press' | null
  now: number
  cut: boolean
}

function MatrixRow({ incident, alert, agencies, mine, press, call, now, cut }: RowFacts) {
  const t = useTranslations('incident')
  const state = press?.state === 'kept' ? 'pending' : acceptanceState(alert, now)
  const owed = owesAcceptance(state)
  const leftUntil = leftFor(alert, state, now)
  return (
    <tr className={clsx('h-[30px] border-b border-line last:border-0', looks(state, cut))} data-state={state}>
      <th scope="row" className="truncate px-2 text-left font-semibold">
        {agencyName(agencies, alert.agency)}
        {mine ? (
          <span className={clsx('ml-2 text-desk-meta font-normal', !owed && 'text-accent')}>{t('ours')}</span>
        ) : null}
      </th>
      <StateCell state={state} returned={alert.lapse?.why === 'returned'} busy={press?.state === 'busy'} />
      <TimeCell alert={alert} />
      <td className="truncate px-2 max-sm:hidden" ref={(cell) => titled(cell)}>
        <NextForAgency alert={alert} incident={incident} now={now} />
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
      <td className="px-2 text-right">
        {owed && call ? <CallNext alert={alert} byKey={call === 'key'} /> : null}
      </td>
    </tr>
  )
}

/** What does not fit in a row is told by the pointer. */
function titled(cell: HTMLTableCellElement | null): void {
  if (cell) cell.title = cell.textContent ?? ''
}

/** Until it is due, until what is promised, or until it lapses. */
function leftFor(alert: AlertView, state: AcceptanceState, now: number): string | null {
  if (alert.endedAt) return null
  if (alert.state === 'unaccepted' || state === 'lapsing') return countedUntil(alert, state)
  if (!alert.lease) return null
  const { promisedAt, endsAt } = alert.lease
  const promised = Date.parse(promisedAt)
  return promised > now && promised < Date.parse(endsAt) ? promisedAt : endsAt
}

function TimeCell({ alert: { acceptedAt, acceptedBy, lapse, raisedAt } }: { alert: AlertView }) {
  const t = useTranslations('incident')
  return (
    <td className="unbroken px-2">
      {acceptedAt ? (
        <span title={acceptedBy?.post}>{clockSeconds(acceptedAt)}</span>
      ) : lapse ? (
        <span title={lapse.holder?.post}>{clockSeconds(lapse.at)}</span>
      ) : (
        t('delivered', { time: clockMinutes(raisedAt) })
      )}
    </td>
  )
}

function StateCell({ state, returned, busy }: { state: AcceptanceState; returned: boolean; busy: boolean }) {
  const t = useTranslations('state')
  const word = state === 'lapsed' && returned ? 'returned' : state
  return (
    <td className="px-2">
      <span className={clsx('unbroken flex items-center gap-1', state !== 'accepted' && 'font-semibold')}>
        {state === 'accepted' ? <Tick /> : null}
        {busy ? t('busy') : t(word)}
        {state === 'lapsed' ? (
          <span aria-hidden className="hatch h-3 w-5 flex-none rounded-[2px] [--hatch:5px]" />
        ) : null}
      </span>
    </td>
  )
}

/** Paper for what is owed; when the link is cut we no longer know, and the paper becomes an outline. */
function looks(state: AcceptanceState, cut: boolean): string {
  if (state === 'pending') return 'outline-2 -outline-offset-2 outline-dashed outline-paper'
  if (state === 'lapsing' && !cut) return 'text-paper font-semibold outline-2 -outline-offset-2 outline-paper'
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
