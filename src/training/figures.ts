/** How well a yes or no agreed with the labels. */
export type Figures = {
  precision: number
  recall: number
  f1: number
  hits: number
  falseAlarms: number
  missed: number
}

export type Judged = { label: 0 | 1; flagged: boolean }

export function figuresOf(judged: readonly Judged[]): Figures {
  let hits = 0
  let falseAlarms = 0
  let missed = 0
  for (const { label, flagged } of judged) {
    if (flagged && label === 1) hits++
    else if (flagged) falseAlarms++
    else if (label === 1) missed++
  }
  const precision = hits / Math.max(1, hits + falseAlarms)
  const recall = hits / Math.max(1, hits + missed)
  const f1 = (2 * hits) / Math.max(1, 2 * hits + falseAlarms + missed)
  return { precision, recall, f1, hits, falseAlarms, missed }
}

/** Mean squared distance of probabilities from what was the case; 0 is perfect. */
export function brierOf(guesses: readonly { probability: number; label: 0 | 1 }[]): number {
  return guesses.reduce((sum, { probability, label }) => sum + (probability - label) ** 2, 0) / guesses.length
}

export type Bin = { from: number; to: number; count: number; said: number; was: number }

const edges = [0, 0.05, 0.15, 0.4, 0.6, 0.8, 0.95, 1.0001]

/** What was said beside what was the case, bin by bin. */
export function reliabilityOf(guesses: readonly { probability: number; label: 0 | 1 }[]): Bin[] {
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] as number
    const inside = guesses.filter(({ probability }) => probability >= from && probability < to)
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
    return {
      from,
      to: Math.min(1, to),
      count: inside.length,
      said: mean(inside.map(({ probability }) => probability)),
      was: mean(inside.map(({ label }) => label)),
    }
  })
}
