'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { BoardView, GradeView, IncidentView } from '#contracts/views.ts'
import { PartsDown } from '#ui/primitives/parts-down.tsx'
import { SeasonWords } from '#ui/primitives/season-words.tsx'
import { clockSeconds, shanghai } from '#ui/time/shanghai.ts'
import { coverage } from './coverage.ts'
import { worstGrade } from './grade-order.ts'

/** Brand, season, date and the server's clock. */
export function WallHeader({
  board,
  now,
  brief,
  low,
}: {
  board: BoardView
  now: number
  /** A Ⅰ has taken over: coverage and what is dead move up here, the season steps back. */
  brief: boolean
  /** The drill's ribbon stands above and takes its height. */
  low: boolean
}) {
  const t = useTranslations('wall')
  const { alive, total } = coverage(board.pulse.sources)
  return (
    <header
      className={clsx(
        'flex flex-none flex-wrap items-center gap-x-7 px-6 lg:flex-nowrap',
        low ? 'min-h-16' : 'min-h-22 lg:pb-2',
      )}
    >
      <h1 className="unbroken text-[2.125rem] font-bold">{t('brand')}</h1>
      <span className="unbroken text-wall-line text-t2">{t('where')}</span>
      {brief ? (
        <>
          <span className="unbroken text-wall-line text-t2">{t('sourcesShort', { alive, total })}</span>
          <PartsDown checks={board.pulse.checks} className="rounded-wall px-4 py-1 text-wall-line" />
        </>
      ) : (
        <SeasonChip season={board.season} />
      )}
      <span className="ml-auto flex items-center gap-x-6">
        <WallDate now={now} />
        <time className="unbroken text-[3.25rem] font-semibold leading-none">{clockSeconds(now)}</time>
      </span>
    </header>
  )
}

/** Eight pixels in the colour of the worst open grade, read before any word. */
export function SeverityBar({ incidents, cut }: { incidents: IncidentView[]; cut: boolean }) {
  if (cut) return null
  const worst = worstGrade(incidents)
  return (
    <div
      aria-hidden
      className="h-2 flex-none"
      style={{ background: worst ? barColors[worst] : 'var(--line)' }}
    />
  )
}

const barColors: Record<GradeView, string> = {
  I: 'var(--grade-1-fill)',
  II: 'var(--grade-2-fill)',
  III: 'var(--grade-3-fill)',
  IV: 'var(--grade-4-fill)',
  watch: 'var(--grade-watch-fill)',
}

function SeasonChip({ season }: { season: BoardView['season'] }) {
  if (!season) return null
  return (
    <span className="unbroken rounded-wall border-2 border-line2 px-4 py-1 text-wall-line">
      <SeasonWords season={season} />
    </span>
  )
}

function WallDate({ now }: { now: number }) {
  const t = useTranslations('time')
  const { month, day, weekday } = shanghai(now)
  const names = ['0', '1', '2', '3', '4', '5', '6'] as const
  return (
    <span className="unbroken text-wall-line text-t2">
      {t('headDate', { month, day, weekday: t(`weekday.${names[weekday] ?? '0'}`) })}
    </span>
  )
}
