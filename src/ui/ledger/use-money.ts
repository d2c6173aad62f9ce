'use client'

import { useTranslations } from 'use-intl/react'
import type { RangeView } from '#contracts/views.ts'
import { useFactWords } from '#ui/incident/fact-words.ts'

/** An exact sum or a claimed range with its unit, 65.4 万元; a plain 0, and 待核实 where nothing is known. */
export function useMoney(): (yuan: number | RangeView | null) => string {
  const words = useFactWords()
  const t = useTranslations('state')
  return (yuan) => {
    if (yuan === 0) return '0'
    const range = typeof yuan === 'number' ? { min: yuan, max: yuan } : yuan
    const said = words.amount({ amountYuan: range })
    return said ? [said.figure, said.unit].filter(Boolean).join(' ') : t('unchecked')
  }
}
