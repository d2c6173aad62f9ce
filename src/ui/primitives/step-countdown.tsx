'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { StepView } from '#contracts/views.ts'
import { Countdown } from './countdown.tsx'

/** The clock of a step on every screen: running, paused where it stands, or resting on a calendar not announced yet. */
export function StepCountdown({
  step: { dueAt, pausedAt, asClock, provisional },
  now,
  className,
}: {
  step: Pick<StepView, 'dueAt' | 'pausedAt' | 'asClock' | 'provisional'>
  now: number
  className?: string
}) {
  const t = useTranslations('clock')
  const figures = (
    <Countdown
      dueAt={dueAt}
      now={pausedAt ? Date.parse(pausedAt) : now}
      asClock={asClock ?? false}
      paused={Boolean(pausedAt)}
      className={className}
    />
  )
  if (!provisional) return figures
  return (
    <span className="unbroken" title={t('provisionalWhy')}>
      <span className={clsx('border-b border-dashed border-t3')}>{figures}</span>
      <small className="ml-1 text-[max(11px,0.58em)] font-normal text-t3">{t('provisional')}</small>
    </span>
  )
}
