import type { RangeView } from '#contracts/views.ts'

/** 38 · 30–50 · 30 余: `more` asks the caller to say “and more” with its unit. */
export type RangeFigures = { text: string; more: boolean }

/** A claimed range as it is written; null when nothing was claimed. */
export function rangeFigures(range: RangeView | null): RangeFigures | null {
  if (!range) return null
  if (range.max === null) return { text: grouped(range.min), more: true }
  if (range.max === range.min) return { text: grouped(range.min), more: false }
  return { text: `${grouped(range.min)}–${grouped(range.max)}`, more: false }
}

export type MoneyUnit = 'yuan' | 'tenThousandYuan' | 'hundredMillionYuan'

/** Yuan in the unit a Chinese reader expects: 65.4 万元, not 654000 元. */
export function moneyFigures(range: RangeView | null): (RangeFigures & { unit: MoneyUnit }) | null {
  if (!range) return null
  const largest = range.max ?? range.min
  const [unit, size] = moneyUnit(largest)
  const scaled = { min: short(range.min / size), max: range.max === null ? null : short(range.max / size) }
  const figures = rangeFigures(scaled)
  return figures && { ...figures, unit }
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** The one form of money where 万 is not read: ¥654K, ¥1.2M–1.5M, ¥30K+. */
export function compactYuan({ min, max }: RangeView): string {
  if (max === null) return `¥${compact.format(min)}+`
  return max === min ? `¥${compact.format(min)}` : `¥${compact.format(min)}–${compact.format(max)}`
}

function moneyUnit(yuan: number): [MoneyUnit, number] {
  if (yuan >= 100_000_000) return ['hundredMillionYuan', 100_000_000]
  return yuan >= 10_000 ? ['tenThousandYuan', 10_000] : ['yuan', 1]
}

/** Three or four significant figures are all that a claim can carry. */
function short(value: number): number {
  if (value >= 1000) return Math.round(value)
  return value < 0.1 ? Math.round(value * 100) / 100 : Math.round(value * 10) / 10
}

function grouped(value: number): string {
  return value >= 10_000 ? value.toLocaleString('en-US') : String(value)
}
