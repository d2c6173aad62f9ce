export type Figure = {
  what: string
  value: number
  unit: string
  limit: number
  /** The limit is a floor: more is better. */
  floor?: boolean
  note: string
}

export function atLeast(figure: Figure): Figure {
  return { ...figure, floor: true }
}

/** Median and other shares of a series, nearest rank. */
export function share(series: readonly number[], part: number): number {
  const sorted = [...series].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}

export function printTable(figures: Figure[]): void {
  const rows = figures.map(({ what, value, unit, limit, floor, note }) => [
    what,
    `${round(value)} ${unit}`,
    `${floor ? '≥' : '≤'} ${limit} ${unit}`,
    limit === 0 ? '–' : `${round((value / limit) * 100)} %`,
    note,
  ])
  const head = ['what', 'measured', 'limit', 'of limit', 'how']
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length)))
  const line = (row: string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')
  for (const row of [head, ...rows]) process.stdout.write(`${line(row)}\n`)
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1)
}
