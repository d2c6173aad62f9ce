/** Everything overdue is begun again within this many seconds, however much it is. */
const overdueWithinSeconds = 30
const leastPerSecond = 8

/** How many due sources may be begun in one second: after a pause a stream, never a herd. */
export function begunPerSecond(polledSources: number): number {
  return Math.max(leastPerSecond, Math.ceil(polledSources / overdueWithinSeconds))
}

/** A wait moved by up to a tenth; `part` from 0 to 1 is the source's own, so that equal paces do not march in step. */
export function spreadWait(seconds: number, part: number): number {
  return seconds * (0.95 + 0.1 * part)
}
