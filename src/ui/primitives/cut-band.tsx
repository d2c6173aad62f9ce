'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { clockSeconds } from '#ui/time/shanghai.ts'
import { minutesSeconds } from '#ui/time/time-left.ts'

/** The link is lost: since when, what the picture shows, and whom to believe instead. */
export function CutBand({
  heardAt,
  now,
  surface,
}: {
  heardAt: number
  now: number
  surface: 'wall' | 'desk'
}) {
  const t = useTranslations('wall')
  const wall = surface === 'wall'
  const since = minutesSeconds(Math.max(0, Math.round((now - heardAt) / 1000)))
  return (
    <div
      role="alert"
      className={clsx(
        'motion-drop mb-2 flex flex-none flex-wrap items-center gap-x-[1em] bg-paper leading-[1.25] text-ink',
        wall ? 'min-h-22 px-6 text-[2.75rem]' : 'min-h-10 px-4 text-desk-body',
      )}
    >
      <strong className={clsx('unbroken font-bold', wall && 'text-[3.625rem]')}>
        {t('cut', { time: since })}
      </strong>
      <span className="unbroken">{t('frozen', { time: clockSeconds(heardAt) })}</span>
      <span className="unbroken ml-auto">{t('trustDesk')}</span>
      <time className={clsx('unbroken font-semibold', wall && 'text-[3.25rem]')}>{clockSeconds(now)}</time>
    </div>
  )
}
