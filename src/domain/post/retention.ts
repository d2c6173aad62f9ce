/** Days for which the masked text of a post is kept: after its incident closed, or while nobody judged it. */
const keptDays = 180

/** Whatever closed, or came in unjudged, before this instant has had its time. */
export function expiredBefore(now: Date): Date {
  return new Date(now.getTime() - keptDays * 24 * 3_600_000)
}
