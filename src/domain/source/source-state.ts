/** What is known of a source's health; a pushed source (hotline, intake) has no interval. */
export type SourceHealth = {
  pausedAt: Date | null
  intervalSeconds: number | null
  /** The pace it is asked at now; null before its first reading. */
  paceSeconds: number | null
  lastSuccessAt: Date | null
  lastErrorAt: Date | null
  /** Since when it is quiet beyond its rhythm. */
  fellSilentAt: Date | null
  createdAt: Date
}

export type SourceState = 'new' | 'alive' | 'late' | 'silent' | 'failed' | 'paused'

/** A source asked every half minute is not called late for a restart of ours. */
const leastJudgedSeconds = 120

/**
 * A polled source is late after two intervals without success, failed when errors are the cause, and silent
 * after six; one slip between two good polls is no news. A pushed source is alive once it has spoken.
 * A talkative one that says nothing any more is silent, however well it can be read.
 */
export function sourceStateOf(source: SourceHealth, now: Date): SourceState {
  if (source.pausedAt) return 'paused'
  if (source.intervalSeconds === null) return pushedState(source)
  const since = source.lastSuccessAt ?? source.createdAt
  const intervals = (now.getTime() - since.getTime()) / (judgedSeconds(source) * 1_000)
  if (!source.lastSuccessAt) return source.lastErrorAt ? 'failed' : intervals > 2 ? 'silent' : 'new'
  if (intervals > 6) return 'silent'
  if (intervals <= 2) return source.fellSilentAt ? 'silent' : 'alive'
  return source.lastErrorAt && source.lastErrorAt > source.lastSuccessAt ? 'failed' : 'late'
}

function pushedState({ lastSuccessAt, fellSilentAt }: SourceHealth): SourceState {
  if (fellSilentAt) return 'silent'
  return lastSuccessAt ? 'alive' : 'new'
}

function judgedSeconds({ intervalSeconds, paceSeconds }: SourceHealth): number {
  const wish = intervalSeconds ?? leastJudgedSeconds
  return Math.max(paceSeconds ?? wish, Math.min(wish, leastJudgedSeconds))
}
