import type { IncidentView, RangeView } from '#contracts/views.ts'

/** How far the figures of an incident are known: told by somebody, found on site, or found to be untrue. */
export type Known = {
  workers: RangeView | null
  amountYuan: RangeView | null
  standing: 'claimed' | 'verified' | 'untrue'
}

/** What was verified takes the place of what is claimed, figure by figure; a claim found untrue is still shown as told. */
export function knownFacts({ workers, amountYuan, verified }: IncidentView): Known {
  if (!verified) return { workers, amountYuan, standing: 'claimed' }
  if (verified.outcome === 'untrue') return { workers, amountYuan, standing: 'untrue' }
  return {
    workers: exactly(verified.workers) ?? workers,
    amountYuan: exactly(verified.owedYuan) ?? amountYuan,
    standing: 'verified',
  }
}

function exactly(figure: number | null): RangeView | null {
  return figure === null ? null : { min: figure, max: figure }
}
