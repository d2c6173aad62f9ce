'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { elapsed } from '#ui/time/elapsed.ts'
import type { TileCondition } from './tile-condition.ts'

/** “● 3 秒前” while alive, the bare age in light once stale, “停 7 秒” while cut. */
export function DataAge({
  at,
  now,
  condition,
  surface,
}: {
  at: number
  now: number
  condition: TileCondition
  surface: 'wall' | 'desk'
}) {
  const t = useTranslations('time')
  const { unit, count } = elapsed(at, now)
  const stale = condition === 'stale'
  const alive = condition === 'live' || condition === 'blind'
  return (
    <span
      className={clsx(
        'unbroken flex flex-none items-center gap-[0.45em]',
        surface === 'wall' ? (stale ? 'text-wall-line' : 'text-wall-age') : 'text-desk-meta',
        stale ? 'font-semibold text-t1' : condition === 'cut' ? 'text-t2' : 'text-t3',
      )}
    >
      {alive ? <span aria-hidden className="size-[0.42em] rounded-[50%] bg-accent" /> : null}
      {condition === 'cut' ? t(`halted.${unit}`, { count }) : t(`ago.${unit}`, { count })}
    </span>
  )
}
