'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { IncidentDetailView } from '#contracts/incident-detail.ts'
import { shortHash } from '#domain/audit/chain.ts'

/** The short hash of the newest event: whoever notes it down can prove later that nothing before it was changed. */
export function ChainMark({
  chain,
  surface,
}: {
  chain: IncidentDetailView['chain']
  surface: 'desk' | 'phone'
}) {
  const t = useTranslations('incident')
  if (!chain) return null
  const { seq, hash } = chain
  return (
    <span
      title={t('chainTitle', { seq, whole: hash })}
      className={clsx(
        'shrink-0 tabular-nums text-t3',
        surface === 'desk' ? 'text-desk-body' : 'text-phone-meta',
      )}
    >
      {t('chain', { hash: shortHash(hash) })}
    </span>
  )
}
