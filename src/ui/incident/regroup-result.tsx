'use client'

import { useTranslations } from 'use-intl/react'
import { Tick } from '#ui/primitives/tick.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import type { Regrouping } from './use-regroup.ts'

/** What became of a merge, a split or an undo, written where it was pressed. */
export function RegroupResult({ result }: { result: Regrouping | null }) {
  const t = useTranslations('incident.regroup')
  const refusalText = useRefusalText()
  if (!result) return null
  return (
    <p role="status" className="mt-2 text-desk-body text-t1">
      {result.state === 'busy' ? t('busy') : null}
      {result.state === 'done' ? (
        <span className="unbroken inline-flex items-center gap-1">
          <Tick />
          {t('done')}
        </span>
      ) : null}
      {result.state === 'asked' ? (
        <span className="inline-flex items-center gap-1">
          <Tick />
          {t('asked')}
        </span>
      ) : null}
      {result.state === 'refused' ? refusalText(result.refusal) : null}
      {result.state === 'unreachable' ? t('unreachable') : null}
    </p>
  )
}
