'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { healthParts, type PulseView } from '#contracts/views.ts'

/** 巡检无响应: the parts of the system that show no sign of life, on paper, because somebody must act; nothing while all do. */
export function PartsDown({ checks, className }: { checks: PulseView['checks']; className?: string }) {
  const t = useTranslations('desk')
  const down = healthParts.filter((part) => !checks[part])
  if (down.length === 0) return null
  return (
    <strong role="status" className={clsx('unbroken bg-paper font-semibold text-ink', className)}>
      {t('down', { names: down.map((part) => t(`part.${part}`)).join(t('join')) })}
    </strong>
  )
}
