/** What is known of a source's health; a pushed source (hotline, intake) has no interval. */
export type SourceHealth = {
  pausedAt: Date | null
  intervalSeconds: number | null
  lastSuccessAt: Date | null
  lastErrorAt: Date | null
  createdAt: Date
}

export type SourceState = 'new' | 'alive' | 'late' | 'silent' | 'failed' | 'paused'

/**
 * A polled source is late after two intervals without success, failed when errors are the cause, and silent
 * after six; one slip between two good polls is no news. A pushed source is alive once it has spoken.
 */
export function sourceStateOf(source: SourceHealth, now: Date): SourceState {
  if (source.pausedAt) return 'paused'
  if (source.intervalSeconds === null) return source.lastSuccessAt ? 'alive' : 'new'
  const since = source.lastSuccessAt ?? source.createdAt
  const intervals = (now.getTime() - since.getTime()) / (source.intervalSeconds * 1_000)
  if (!source.lastSuccessAt) return source.lastErrorAt ? 'failed' : intervals > 2 ? 'silent' : 'new'
  if (intervals > 6) return 'silent'
  if (intervals <= 2) return 'alive'
  return source.lastErrorAt && source.lastErrorAt > source.lastSuccessAt ? 'failed' : 'late'
}
