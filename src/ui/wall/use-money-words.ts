'use client'

import { useLocale, useTranslations } from 'use-intl/react'
import type { RangeView } from '#contracts/views.ts'
import { compactYuan, moneyFigures } from '#ui/primitives/figures.ts'

/** Money as large figures and a small unit: 65.4 万元, or ¥654K where 万 is not read. */
export function useMoneyWords(): (range: RangeView | null) => { text: string; unit: string } | null {
  const t = useTranslations('wall')
  const locale = useLocale()
  return (range) => {
    if (!range) return null
    if (locale !== 'zh') return { text: compactYuan(range), unit: '' }
    const figures = moneyFigures(range)
    return figures && { text: figures.more ? `${figures.text}+` : figures.text, unit: t(figures.unit) }
  }
}
