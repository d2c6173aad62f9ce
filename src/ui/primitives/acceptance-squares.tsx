'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, AlertView } from '#contracts/views.ts'
import { rem } from '#ui/tokens/rem.ts'
import { type AcceptanceState, acceptanceState } from './acceptance-state.ts'

/** The three letters 政 宣 人, always in this order, each in the state of its agency. */
export function AcceptanceSquares({
  agencies,
  alerts,
  now,
  size,
  unknown = false,
}: {
  agencies: AgencyView[]
  alerts: AlertView[]
  now: number
  /** Logical pixels: 52 on a wall, 18 on the desk. */
  size: number
  /** The link is cut: what they owe is no longer known. */
  unknown?: boolean
}) {
  const firstLine = agencies.filter((agency) => agency.firstLine !== null)
  firstLine.sort((a, b) => (a.firstLine ?? 0) - (b.firstLine ?? 0))
  return (
    <span className="flex flex-none" style={{ gap: rem(size > 30 ? 6 : 2) }}>
      {firstLine.map((agency) => {
        const state = acceptanceState(
          alerts.find((alert) => alert.agency === agency.key),
          now,
        )
        const shown = unknown && state !== 'accepted' ? 'unknown' : state
        return <AcceptanceSquare key={agency.key} agency={agency} state={shown} size={size} />
      })}
    </span>
  )
}

/** One agency's letter; the desk may place it alone. */
export function AcceptanceSquare({
  agency,
  state,
  size,
}: {
  agency: AgencyView
  state: AcceptanceState
  size: number
}) {
  const t = useTranslations()
  const edge = rem(size > 30 ? 4 : 1.5)
  return (
    <span
      role="img"
      aria-label={t('agency.square', { agency: agency.short, state: t(`state.${state}`) })}
      className={clsx(
        'relative grid place-items-center overflow-hidden rounded-[0.2rem] leading-none',
        squares[state],
      )}
      style={{
        width: rem(size),
        height: rem(size),
        fontSize: rem(size * 0.71),
        borderWidth: outlined(state) ? edge : 0,
      }}
    >
      <span aria-hidden className="relative z-1">
        {agency.letter}
      </span>
      {state === 'accepted' ? <HeldLine height={edge} /> : null}
      {state === 'overdue' || state === 'lapsing' ? <Hatch size={size} at="foot" /> : null}
      {state === 'lapsed' ? <Hatch size={size} at="head" /> : null}
    </span>
  )
}

const squares: Record<AcceptanceState, string> = {
  accepted: 'bg-s2 text-t3',
  unaccepted: 'on-paper font-bold',
  last_quarter: 'on-paper font-bold',
  overdue: 'on-paper font-bold',
  lapsed: 'on-paper font-bold',
  lapsing: 'bg-s2 text-paper font-bold border-paper',
  pending: 'text-t1 border-dashed border-paper',
  uninvolved: 'text-line2',
  unknown: 'text-t2 font-bold',
}

function outlined(state: AcceptanceState): boolean {
  return state === 'lapsing' || state === 'pending'
}

function HeldLine({ height }: { height: string }) {
  return (
    <span
      className="absolute inset-x-0 bottom-0 bg-[var(--tick,var(--accent))] motion-draw"
      style={{ height }}
    />
  )
}

/** At the foot time has run out; at the head it ran out once, and a new one has begun. */
function Hatch({ size, at }: { size: number; at: 'foot' | 'head' }) {
  const pitch: Record<string, string> = { '--hatch': rem(size * 0.3) }
  const place = at === 'foot' ? 'bottom-0 h-1/3' : 'top-0 h-1/5'
  return <span className={clsx('hatch absolute inset-x-0', place)} style={pitch} />
}
