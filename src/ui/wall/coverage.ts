import type { PulseView, SourceState } from '#contracts/views.ts'
import type { CoverageState } from '#ui/primitives/coverage-strip.tsx'

type Source = PulseView['sources'][number]

/** A paused source is not expected to speak; one not yet read is not known to be alive. */
const looks: Record<SourceState, CoverageState> = {
  alive: 'alive',
  late: 'late',
  silent: 'silent',
  failed: 'silent',
  new: 'idle',
  paused: 'idle',
}

export function coverageState(source: Source): CoverageState {
  return looks[source.state]
}

/** Sources that speak, of those that should; paused ones are no part of the sum. */
export function coverage(sources: Source[]): { alive: number; total: number; quiet: Source[] } {
  const expected = sources.filter((source) => source.state !== 'paused')
  const quiet = expected.filter((source) => source.state === 'silent' || source.state === 'failed')
  const alive = expected.filter((source) => source.state === 'alive' || source.state === 'late')
  return { alive: alive.length, total: expected.length, quiet }
}

/** True while not one source speaks: then a zero would be a guess. */
export function isBlind(sources: Source[]): boolean {
  return coverage(sources).alive === 0
}
