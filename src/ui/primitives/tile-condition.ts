/**
 * How far a tile may be trusted. `stale`: older than twice its expected interval. `cut`: the link is gone.
 * `blind`: the link lives, but nothing that feeds the figure does.
 */
export type TileCondition = 'live' | 'stale' | 'cut' | 'blind'

/** Judges a tile by its own clock; a lost link outweighs its age, and its age outweighs blindness. */
export function tileCondition(facts: {
  dataAt: number
  now: number
  expectedSeconds: number
  cut?: boolean
  blind?: boolean
}): TileCondition {
  if (facts.cut) return 'cut'
  if (facts.now - facts.dataAt > 2000 * facts.expectedSeconds) return 'stale'
  return facts.blind ? 'blind' : 'live'
}
