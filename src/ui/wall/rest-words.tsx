'use client'

import { useTranslations } from 'use-intl/react'

/** What is open beyond the rows, in one phrase that says whether it owes anything. */
export function RestWords({ count, owed }: { count: number; owed: number }) {
  const t = useTranslations('wall')
  if (owed === 0) return t('othersAccepted', { count })
  return owed === count ? t('othersNone', { count }) : t('othersOwed', { count, owed })
}
