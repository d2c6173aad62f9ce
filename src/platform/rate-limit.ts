export type RateLimit = {
  /** 0 when this one may pass, else the seconds until the next may. */
  take(name: string, now: Date): number
}

/** Names beyond this are forgotten, oldest first, which only ever lets somebody pass. */
const namesKept = 10_000

/** So many at once, refilled evenly over a minute; counted in this process alone. */
export function rateLimit(perMinute: number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(name, now) {
      const at = now.getTime()
      const known = buckets.get(name) ?? { left: perMinute, at }
      const refilled = Math.min(perMinute, known.left + ((at - known.at) / 60_000) * perMinute)
      buckets.delete(name)
      buckets.set(name, { left: refilled >= 1 ? refilled - 1 : refilled, at })
      const oldest = buckets.keys().next().value
      if (buckets.size > namesKept && oldest !== undefined) buckets.delete(oldest)
      return refilled >= 1 ? 0 : Math.ceil(((1 - refilled) * 60) / perMinute)
    },
  }
}
