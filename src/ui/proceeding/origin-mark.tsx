'use client'

import { useTranslations } from 'use-intl/react'

/** Of which merged incident something was kept; nothing for the incident's own. */
export function OriginMark({ origin }: { origin: string | null }) {
  const t = useTranslations('proceeding')
  return origin ? (
    <span className="unbroken ml-2 text-desk-meta text-t3">{t('origin', { number: origin })}</span>
  ) : null
}
