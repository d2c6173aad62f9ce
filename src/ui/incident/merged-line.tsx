'use client'

import { useTranslations } from 'use-intl/react'
import type { useIncident } from './use-incident.ts'

/** Which incidents were merged into this one, each opened by its number. */
export function MergedLine({
  detail: { answer },
  select,
}: {
  detail: ReturnType<typeof useIncident>
  select: (incidentId: string) => void
}) {
  const t = useTranslations('closed')
  const merged = answer?.ok ? (answer.value.merged ?? []) : []
  if (merged.length === 0) return null
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-desk-body text-t2 max-md:text-phone-body">
      {t('holds')}
      {merged.map(({ id, number, headline }) => (
        <button
          key={id}
          type="button"
          className="max-w-full truncate text-accent underline underline-offset-4 max-md:min-h-12"
          onClick={() => select(id)}
        >
          {number} {headline}
        </button>
      ))}
    </p>
  )
}
