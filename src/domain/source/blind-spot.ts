/** How often one place was spoken of, by any source. */
export type Mentions = {
  /** In the days looked at. */
  lately: number
  /** In the days before these. */
  before: number
  lastAt: Date | null
}

export type Hearing = 'heard' | 'quiet' | 'blind' | 'never'

export type BlindSpot = {
  hearing: Hearing
  /** Mentions the days looked at should have brought. */
  expected: number
}

/** Days looked at, and days before them the expectation rests on. */
export const latelyDays = 14
export const beforeDays = 76
/** Where so many were expected, none at all has a chance of one in twenty. */
const blindFrom = 3

/**
 * Whether a place is still heard of: blind when its own past would have brought three mentions or more and none came,
 * quiet when none came but few were expected, never when no source has ever spoken of it.
 */
export function blindSpotOf({ lately, before, lastAt }: Mentions): BlindSpot {
  const expected = (before / beforeDays) * latelyDays
  if (lately > 0) return { hearing: 'heard', expected }
  if (!lastAt) return { hearing: 'never', expected }
  return { hearing: expected >= blindFrom ? 'blind' : 'quiet', expected }
}
