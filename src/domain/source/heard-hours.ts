import type { HeardHour } from './rhythm.ts'

/** What was noted of one hour of a source. */
export type NotedHour = { hour: Date; seen: number; polls: number }

const hourMs = 3_600_000
/** A rhythm is learnt from at most so many hours at once; after a longer absence it starts from there. */
const mostHours = 28 * 24

/**
 * The whole hours from `from` until `to`, each with what it brought and whether we listened: a source that sends by
 * itself is always listened to, a polled one in hours that reach back from a successful poll by its pace.
 */
export function heardHours(
  noted: readonly NotedHour[],
  { from, to, reachSeconds }: { from: Date; to: Date; reachSeconds: number | null },
): HeardHour[] {
  const byHour = new Map(noted.map((one) => [one.hour.getTime(), one]))
  const reachHours = reachSeconds === null ? 0 : Math.ceil(reachSeconds / 3_600)
  const polledSoonAfter = (hour: number) =>
    Array.from({ length: reachHours + 1 }, (_, later) => byHour.get(hour + later * hourMs)).some(
      (one) => (one?.polls ?? 0) > 0,
    )
  const heard: HeardHour[] = []
  for (
    let at = Math.max(from.getTime(), to.getTime() - mostHours * hourMs);
    at + hourMs <= to.getTime();
    at += hourMs
  ) {
    const listened = reachSeconds === null || polledSoonAfter(at)
    heard.push({ start: new Date(at), posts: byHour.get(at)?.seen ?? 0, listened })
  }
  return heard
}
