'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { GradeView } from '#contracts/views.ts'
import { acceptanceState } from '#ui/primitives/acceptance-state.ts'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { EscalationStair } from '#ui/primitives/escalation-stair.tsx'
import { BadgeFace } from '#ui/primitives/grade-badge.tsx'
import { GradeShape } from '#ui/primitives/grade-shape.tsx'
import { rem } from '#ui/tokens/rem.ts'
import {
  labelGap,
  type MarkerContent,
  markerReach,
  plateGap,
  plateHeight,
  ringWidth,
} from './marker-content.ts'

/** Colour is the grade, the ring is the responsibility: a paper ring while an acceptance is owed. */
export function MarkerFace({
  content,
  now,
  unknown,
  bare,
}: {
  content: MarkerContent
  now: number
  /** The link is cut: nobody's debt is known any more. */
  unknown: boolean
  /** Beside a takeover everything but the badge is already said large. */
  bare: boolean
}) {
  const { worst, incidents, owed, size, side, arcs } = content
  const spoken = useTranslations('grade.spoken')
  const lapsing = incidents.some(({ alerts }) =>
    alerts.some((alert) => acceptanceState(alert, now) === 'lapsing'),
  )
  return (
    <div className="absolute" data-incident={worst.id} data-owed={owed.length > 0}>
      <svg
        viewBox="0 0 48 48"
        role="img"
        aria-label={`${spoken(worst.grade)} ${content.name} ${worst.headline}`}
        className="absolute -translate-x-1/2 -translate-y-1/2 overflow-visible"
        style={{ width: rem(size), height: rem(size) }}
      >
        {owed.length > 0 ? <ResponsibilityRing grade={worst.grade} size={size} unknown={unknown} /> : null}
        <BadgeFace grade={worst.grade} />
        {lapsing && owed.length === 0 && !unknown ? <LapsingCircle size={size} /> : null}
        {arcs > 0 && !bare ? <SpreadArcs count={arcs} size={size} owed={owed.length > 0} /> : null}
      </svg>
      {side === 'none' || bare ? null : <MarkerLabel content={content} />}
      {content.plate === 'none' || bare ? null : <Plate content={content} now={now} unknown={unknown} />}
      {incidents.length > 1 ? <ClusterCount count={incidents.length} size={size} /> : null}
    </div>
  )
}

/** “)))” at the upper left, away from name, plate and count: how many sources carry it. */
function SpreadArcs({ count, size, owed }: { count: number; size: number; owed: boolean }) {
  const t = useTranslations('map')
  const unit = 48 / size
  const reach = 24 + (owed ? ringWidth : 0) * unit
  return (
    <g fill="none" stroke="var(--t1)" strokeLinecap="round">
      <title>{t('platforms', { count })}</title>
      {Array.from({ length: count }, (_, at) => {
        const radius = reach + (5 + 6 * at) * unit
        const [from, to] = [arcEnd(radius, 205), arcEnd(radius, 245)]
        return <path key={radius} strokeWidth={3 * unit} d={`M${from} A${radius} ${radius} 0 0 1 ${to}`} />
      })}
    </g>
  )
}

/** A point on a circle round the badge's middle; degrees clockwise from the right. */
function arcEnd(radius: number, degrees: number): string {
  const angle = (degrees * Math.PI) / 180
  return `${(24 + radius * Math.cos(angle)).toFixed(2)} ${(24 + radius * Math.sin(angle)).toFixed(2)}`
}

/** The badge's own silhouette grown twice: a gap, then the ring. */
function ResponsibilityRing({ grade, size, unknown }: { grade: GradeView; size: number; unknown: boolean }) {
  const unit = 48 / size
  return (
    <>
      <GradeShape grade={grade} fill={unknown ? 'var(--s1)' : 'var(--paper)'} grow={ringWidth * unit} />
      <GradeShape grade={grade} fill="var(--s1)" grow={3 * unit} />
    </>
  )
}

/** Held, and about to fall back: a paper circle that is not closed any more. */
function LapsingCircle({ size }: { size: number }) {
  const unit = 48 / size
  const radius = 24 + 6 * unit
  return (
    <circle
      cx={24}
      cy={24}
      r={radius}
      fill="none"
      stroke="var(--paper)"
      strokeWidth={3 * unit}
      strokeDasharray={`${8 * unit} ${6 * unit}`}
    />
  )
}

function MarkerLabel({ content }: { content: MarkerContent }) {
  const { side, chief, name, rung } = content
  const away = rem(markerReach(content) + labelGap(content))
  return (
    <span
      className={clsx(
        'unbroken absolute top-0 flex -translate-y-1/2 items-center gap-[0.4em] leading-none text-t1',
        side === 'left' && 'flex-row-reverse',
        chief ? 'text-wall-worst font-bold' : 'text-wall-label font-semibold',
      )}
      style={side === 'right' ? { left: away } : { right: away }}
    >
      {name}
      {rung > 0 ? <EscalationStair rung={rung} size={26} /> : null}
    </span>
  )
}

/** “宣 03:12”: who owes, and until when. */
function Plate({ content, now, unknown }: { content: MarkerContent; now: number; unknown: boolean }) {
  const [nearest] = content.owed
  if (!nearest) return null
  const away = markerReach(content) + plateGap
  const top = content.plate === 'below' ? away : -away - plateHeight
  return (
    <span
      className={clsx(
        'unbroken absolute left-0 flex -translate-x-1/2 items-center gap-[0.3em] overflow-hidden rounded-wall px-5',
        'text-wall-plate font-bold',
        unknown ? 'text-t1' : 'on-paper',
      )}
      style={{ top: rem(top), height: rem(plateHeight) }}
    >
      {acceptanceState(nearest, now) === 'overdue' ? (
        <span aria-hidden className="hatch absolute inset-y-0 left-0 w-3" />
      ) : null}
      {content.letters}
      <Countdown dueAt={nearest.dueAt} now={now} />
    </span>
  )
}

function ClusterCount({ count, size }: { count: number; size: number }) {
  const t = useTranslations('map')
  return (
    <span
      role="img"
      aria-label={t('more', { count })}
      className="absolute grid size-8 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-[50%] border-2 border-t1 bg-bg text-[1.375rem] font-semibold leading-none text-t1"
      style={{ left: rem(size * 0.65), top: rem(size * 0.52) }}
    >
      {count}
    </span>
  )
}
