import clsx from 'clsx'
import type { ReactNode } from 'react'
import { DataAge } from './data-age.tsx'
import type { TileCondition } from './tile-condition.ts'

/** A surface that says how old it is, and loses its colour when it may no longer be trusted. */
export function Tile({
  caption,
  note,
  dataAt,
  now,
  condition = 'live',
  surface,
  tight = false,
  under,
  className,
  children,
}: {
  caption: ReactNode
  /** Quiet words after the caption. */
  note?: ReactNode
  /** When the data was true, in epoch milliseconds. */
  dataAt: number
  now: number
  condition?: TileCondition
  surface: 'wall' | 'desk'
  /** A low tile of a strip. */
  tight?: boolean
  /** Lies under the text, such as the drill's watermark. */
  under?: ReactNode
  className?: string
  children: ReactNode
}) {
  const wall = surface === 'wall'
  return (
    <section
      data-condition={condition}
      className={clsx(
        'motion-drain relative flex min-h-0 min-w-0 flex-col overflow-hidden',
        wall ? 'rounded-wall' : 'rounded-tile px-4 py-3',
        wall && (tight ? 'px-[1.375rem] pt-2 pb-2.5' : 'px-[1.875rem] pt-4 pb-3'),
        edges[condition],
        className,
      )}
    >
      {under}
      <header
        className={clsx(
          'relative flex flex-none items-center justify-between gap-4',
          condition === 'cut' && drains.cut,
        )}
      >
        <h2
          className={clsx(
            'min-w-0 truncate text-t2',
            wall ? 'text-wall-line' : 'text-desk-head',
            'font-medium',
          )}
        >
          {caption}
          {note ? <span className="ml-[0.8em] font-medium text-t3">{note}</span> : null}
        </h2>
        <DataAge at={dataAt} now={now} condition={condition} surface={surface} />
      </header>
      <div className={clsx('relative flex min-h-0 flex-1 flex-col', drains[condition])}>{children}</div>
    </section>
  )
}

const edges: Record<TileCondition, string> = {
  live: 'border-2 border-transparent bg-s1 outline-1 -outline-offset-1 outline-tile-edge',
  stale: 'border-2 border-dashed border-t3',
  cut: 'border-2 border-dashed border-t3/70',
  blind: 'border-2 border-dashed border-paper',
}

const drains: Record<TileCondition, string> = {
  live: '',
  stale: '[--t1:var(--t3)] [--t2:var(--t3)] text-t3 grayscale',
  cut: 'opacity-62 grayscale',
  blind: '',
}
