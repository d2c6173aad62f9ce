import { useLocale, useTranslations } from 'use-intl/react'
import type { IncidentView, RangeView } from '#contracts/views.ts'
import { compactYuan, moneyFigures, rangeFigures } from '#ui/primitives/figures.ts'

export type FigureWithUnit = { figure: string; unit: string }

/** Claimed numbers with the unit a reader expects: 38 人, 30 余人, 65.4 万元 (¥654K where 万 is not read), 3 个月. */
export function useFactWords(): {
  workers: (incident: Pick<IncidentView, 'workers'>) => FigureWithUnit | null
  amount: (incident: Pick<IncidentView, 'amountYuan'>) => FigureWithUnit | null
  months: (incident: Pick<IncidentView, 'months'>) => FigureWithUnit | null
} {
  const t = useTranslations('incident.unit')
  const locale = useLocale()
  const counted = (range: RangeView | null, unit: 'people' | 'months') => {
    const figures = rangeFigures(range)
    return figures && { figure: figures.text, unit: t(figures.more ? `${unit}More` : unit) }
  }
  return {
    workers: ({ workers }) => counted(workers, 'people'),
    months: ({ months }) => counted(months, 'months'),
    amount: ({ amountYuan }) => {
      if (amountYuan && locale !== 'zh') return { figure: compactYuan(amountYuan), unit: '' }
      const figures = moneyFigures(amountYuan)
      return figures && { figure: figures.text, unit: t(figures.more ? `${figures.unit}More` : figures.unit) }
    },
  }
}
