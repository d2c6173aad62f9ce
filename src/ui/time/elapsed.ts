export type ElapsedUnit = 'seconds' | 'minutes' | 'hours' | 'days'

/** The age of something in its largest whole unit, for “3 秒前” and “静默 26 分”. */
export function elapsed(since: number, now: number): { unit: ElapsedUnit; count: number } {
  const seconds = Math.max(0, Math.floor((now - since) / 1000))
  if (seconds < 60) return { unit: 'seconds', count: seconds }
  if (seconds < 3600) return { unit: 'minutes', count: Math.floor(seconds / 60) }
  if (seconds < 86_400) return { unit: 'hours', count: Math.floor(seconds / 3600) }
  return { unit: 'days', count: Math.floor(seconds / 86_400) }
}
