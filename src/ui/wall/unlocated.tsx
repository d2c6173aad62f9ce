'use client'

import { useTranslations } from 'use-intl/react'
import type { IncidentView } from '#contracts/views.ts'

/** Incidents that have no place yet; hidden only when there are none. */
export function Unlocated({ incidents }: { incidents: IncidentView[] }) {
  const t = useTranslations('map')
  if (incidents.length === 0) return null
  return (
    <p className="pointer-events-none absolute right-8 bottom-4 z-[600] flex items-baseline gap-5">
      <span className="text-wall-line font-medium text-t2">{t('unlocated')}</span>
      <strong className="text-wall-figure font-semibold leading-none">{incidents.length}</strong>
    </p>
  )
}
