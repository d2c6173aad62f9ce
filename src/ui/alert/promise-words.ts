import { useTranslations } from 'use-intl/react'
import type { PromisedStep } from '#domain/alert/promise.ts'
import { useStepTime } from '#ui/incident/step-time.ts'

/** 首次回应，14:58 前 */
export function usePromiseWords(): {
  step: (step: PromisedStep) => string
  full: (step: PromisedStep, at: string, now: number) => string
} {
  const t = useTranslations('incident')
  const time = useStepTime()
  const step = (name: PromisedStep) =>
    name === 'assess' || name === 'progress' ? t(`promised.${name}`) : t(`step.${name}`)
  return {
    step,
    full: (name, at, now) => t('lease.promise', { step: step(name), time: time(at, now) }),
  }
}
