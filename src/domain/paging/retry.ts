/** Seconds before the next try of one message, by how many have failed. */
const pauses = [1, 3, 10, 30, 120, 600] as const

/** After this many tries a message is given up and shown as such; its person was tried elsewhere long before. */
export const mostAttempts = pauses.length + 1

/** When to try again; null when it is given up. What the gateway asked for is kept to, up to an hour. */
export function retryAt(attempts: number, now: Date, retryAfterSeconds?: number): Date | null {
  const pause = pauses[attempts - 1]
  if (pause === undefined) return null
  const asked = Math.min(retryAfterSeconds ?? 0, 3_600)
  return new Date(now.getTime() + Math.max(pause, asked) * 1_000)
}
