'use client'

import { useTranslations } from 'use-intl/react'
import { clockSeconds } from '#ui/time/shanghai.ts'

/** No link: for how long, and up to when the rest of the screen is true. */
export function OfflineBanner({ heardAt, now }: { heardAt: number; now: number }) {
  const t = useTranslations('desk')
  const seconds = Math.max(0, Math.round((now - heardAt) / 1000))
  return (
    <p
      role="alert"
      className="sticky top-0 z-10 flex h-[44px] flex-none items-center justify-between gap-3 border-y-2 border-dashed border-t3 bg-s3 px-4 text-[0.9375rem]"
    >
      <strong className="unbroken font-semibold text-t1">
        {seconds < 60
          ? t('offlineSeconds', { seconds })
          : t('offline', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
      </strong>
      <span className="unbroken text-t2">{t('asOf', { time: clockSeconds(heardAt) })}</span>
    </p>
  )
}
