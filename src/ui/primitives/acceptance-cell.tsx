'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, AlertView } from '#contracts/views.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { timeLeft } from '#ui/time/time-left.ts'
import { type AcceptanceState, acceptanceState, countedUntil, shareLeft } from './acceptance-state.ts'
import { type CellSurface, cellLook } from './cell-look.ts'
import { Countdown } from './countdown.tsx'
import { DrainBar } from './drain-bar.tsx'
import { Tick } from './tick.tsx'

/** One agency's answer to one incident: paper while it owes, quiet once it has accepted. */
export function AcceptanceCell({
  agency,
  alert,
  now,
  surface,
  state = acceptanceState(alert, now),
  under,
}: {
  agency: AgencyView
  alert: AlertView | undefined
  now: number
  surface: CellSurface
  /** Given by those who know more than the log: `pending` on a phone without a link, `unknown` when cut. */
  state?: AcceptanceState
  /** Lies under the text, such as the drill's watermark. */
  under?: ReactNode
}) {
  const until = alert && countedUntil(alert, state)
  const look = cellLook(state, surface, until ? timeLeft(until, now).form : undefined)
  const word = look.word ? <StateWord state={state} className={look.word} /> : null
  const below = surface === 'wall_shared'
  return (
    <div className={clsx('relative flex flex-col overflow-hidden', look.box)} data-state={state}>
      {under}
      <div className="relative flex items-baseline justify-between gap-2">
        <span className={clsx('unbroken', look.agency)}>{agency.short}</span>
        {below ? null : word}
      </div>
      {state === 'accepted' ? <AcceptedAt alert={alert} className={look.time} /> : null}
      {look.countdown && until ? (
        <Countdown dueAt={until} now={now} className={clsx('relative', look.countdown)} />
      ) : null}
      {below ? word : null}
      {alert && look.drain ? (
        <span className="absolute inset-x-0 bottom-0">
          <DrainBar
            share={state === 'lapsing' ? 0 : shareLeft(alert, now)}
            overdue={state === 'overdue' || state === 'lapsing'}
            hatched={state === 'lapsed'}
            height={look.drain}
          />
        </span>
      ) : null}
    </div>
  )
}

function StateWord({ state, className }: { state: AcceptanceState; className: string }) {
  const t = useTranslations('state')
  return <span className={clsx('unbroken', className)}>{t(state)}</span>
}

function AcceptedAt({ alert, className }: { alert: AlertView | undefined; className: string }) {
  const t = useTranslations('agency')
  if (!alert?.acceptedAt) return null
  const time = clockMinutes(alert.acceptedAt)
  return (
    <span
      className={clsx('unbroken flex items-center gap-[0.3em]', className)}
      title={t('accepted', { time })}
    >
      <Tick />
      <time dateTime={alert.acceptedAt}>{time}</time>
    </span>
  )
}
