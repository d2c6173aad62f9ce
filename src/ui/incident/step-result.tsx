'use client'

import { useTranslations } from 'use-intl/react'
import { Tick } from '#ui/primitives/tick.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { clockSeconds } from '#ui/time/shanghai.ts'
import type { StepRecord } from './use-record-step.ts'

/** What became of recording a step, written where it was recorded. */
export function StepResult({ record, className }: { record: StepRecord | null; className?: string }) {
  const t = useTranslations('incident')
  const refusalText = useRefusalText()
  if (!record) return null
  return (
    <p role="status" className={className}>
      {record.state === 'busy' ? t('press.busy') : null}
      {record.state === 'done' ? (
        <span className="unbroken inline-flex items-center gap-1">
          <Tick />
          {t('press.recorded', { step: t(`step.${record.step}`), time: clockSeconds(record.at) })}
        </span>
      ) : null}
      {record.state === 'lost' ? t('press.lost', { who: record.who, time: clockSeconds(record.at) }) : null}
      {record.state === 'refused' ? refusalText(record.refusal) : null}
      {record.state === 'unreachable' ? t('press.unreachable') : null}
    </p>
  )
}
