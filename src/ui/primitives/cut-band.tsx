'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { clockSeconds, two } from '#ui/time/shanghai.ts'
import { minutesSeconds } from '#ui/time/time-left.ts'

/** The link is lost: since when, what the picture shows, and whom to believe instead. */
export function CutBand({
  heardAt,
  now,
  surface,
}: {
  heardAt: number
  now: number
  /** `wall_low` where the drill's ribbon stands above. */
  surface: 'wall' | 'wall_low' | 'desk'
}) {
  const t = useTranslations('wall')
  const look = looks[surface]
  return (
    <div
      role="alert"
      className={clsx(
        'on-paper motion-drop flex flex-none flex-wrap items-center gap-x-[1em] leading-[1.25]',
        look.band,
      )}
    >
      <strong className={clsx('unbroken font-bold', look.since)}>
        <Since seconds={Math.max(0, Math.round((now - heardAt) / 1000))} />
      </strong>
      <span className="unbroken">{t('frozen', { time: clockSeconds(heardAt) })}</span>
      <span className="unbroken ml-auto">{t('trustDesk')}</span>
      <time className={clsx('unbroken font-semibold', look.clock)}>{clockSeconds(now)}</time>
    </div>
  )
}

/** 00:07 below an hour; above it with units, because a bare 1:36 may be minutes or hours. */
function Since({ seconds }: { seconds: number }) {
  const t = useTranslations()
  const hours = Math.floor(seconds / 3600)
  const minutes = two(Math.floor((seconds % 3600) / 60))
  const time = hours > 0 ? t('time.hoursText', { hours, minutes }) : minutesSeconds(seconds)
  return t('wall.cut', { time })
}

const looks = {
  wall: { band: 'mb-2 min-h-22 px-6 text-[2.75rem]', since: 'text-[3.625rem]', clock: 'text-[3.25rem]' },
  wall_low: { band: 'min-h-16 px-6 text-[2.25rem]', since: 'text-[2.875rem]', clock: 'text-[2.875rem]' },
  desk: { band: 'min-h-10 px-4 text-desk-body', since: '', clock: '' },
} as const
