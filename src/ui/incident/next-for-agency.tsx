'use client'

import { useTranslations } from 'use-intl/react'
import type { AlertView, StepView } from '#contracts/views.ts'
import { stairRung } from '#ui/primitives/escalation-stair.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useStepTime } from './step-time.ts'

/** What comes next for one agency: whom the ladder calls while it owes, its own step once it has accepted. */
export function NextForAgency({
  alert,
  step,
  now,
}: {
  alert: AlertView
  step: StepView | null
  now: number
}) {
  const ladder = useLadderWords()
  const t = useTranslations('incident')
  const time = useStepTime()
  if (alert.state === 'unaccepted') return ladder(alert)
  if (!step) return <span className="text-t3">{t('noStep')}</span>
  return t('stepBy', { step: t(`step.${step.step}`), time: time(step.dueAt, now) })
}

/** 到时升级至科室负责人, or where the ladder already stands. */
export function useLadderWords(): (alert: AlertView) => string {
  const t = useTranslations('incident')
  const rungName = useTranslations('agency.rung')
  return ({ rung, nextStepAt }) => {
    const called = rungName(stairRung(rung))
    const next = rungName(stairRung(rung + 1))
    if (nextStepAt === null) return t('ladder.top', { called })
    if (rung === 0) return t('ladder.first', { next })
    return t('ladder.further', { next, time: clockMinutes(nextStepAt) })
  }
}
