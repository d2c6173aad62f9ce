/** Waits between tries of posting a head, in minutes; after the last the office is told. */
const waits = [1, 5, 15, 60]

/** When to try again after so many failed tries; null when that was the last. */
export function nextHeadTry(failed: number, now: Date): Date | null {
  const minutes = waits[failed - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}
