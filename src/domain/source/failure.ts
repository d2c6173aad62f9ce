/**
 * soft: a slip, the next attempt may well succeed · temporary: the server or the network needs time ·
 * hard: it will not heal until somebody changes something.
 */
export type FailureClass = 'soft' | 'temporary' | 'hard'

export type Failure = { code: string; status: number | null }

/** Of something that may be a slip of the site's makers, so many in a row are believed. */
const strikesBelieved = { http_404: 5, not_a_feed: 10 }

const hardAtOnce: ReadonlySet<string> = new Set([
  'bad_address',
  'bad_scheme',
  'address_refused',
  'robots_disallowed',
])

const needsTime: ReadonlySet<string> = new Set([
  'dns_failed',
  'tls_failed',
  'too_large',
  'too_many_redirects',
  'robots_unreachable',
])

/** What kind of failure this is, at the `strikes`-th in a row (1 is the first). */
export function failureClassOf({ code, status }: Failure, strikes: number): FailureClass {
  if (hardAtOnce.has(code)) return 'hard'
  if (code === 'http_status' && status !== null) return ofStatus(status, strikes)
  if (code === 'not_a_feed' && strikes >= strikesBelieved.not_a_feed) return 'hard'
  return needsTime.has(code) ? 'temporary' : 'soft'
}

function ofStatus(status: number, strikes: number): FailureClass {
  if (status === 410) return 'hard'
  if (status === 404) return strikes >= strikesBelieved.http_404 ? 'hard' : 'temporary'
  // 408 and 5xx pass; 401, 403, 429 and their like are the server's will for now.
  return status >= 500 || status === 408 ? 'soft' : 'temporary'
}

const daySeconds = 24 * 3_600
const hourSeconds = 3_600
const temporaryFirstSeconds = 600

/**
 * Seconds until the next attempt. Soft: the ordinary pace, doubled with every strike up to eightfold and an hour.
 * Temporary: ten minutes, doubled up to a day. Hard: once a day, so that a source that comes back is noticed.
 * What the server asked for is kept, up to a day.
 */
export function backOffSeconds(
  kind: FailureClass,
  strikes: number,
  { paceSeconds, retryAfterSeconds }: { paceSeconds: number; retryAfterSeconds: number | null },
): number {
  const asked = Math.min(retryAfterSeconds ?? 0, daySeconds)
  return Math.max(asked, ownBackOff(kind, Math.max(1, strikes), paceSeconds))
}

function ownBackOff(kind: FailureClass, strikes: number, paceSeconds: number): number {
  if (kind === 'hard') return daySeconds
  if (kind === 'temporary') {
    // Never sooner than a slip would be retried, nor later than a day.
    return Math.min(daySeconds, Math.max(paceSeconds, temporaryFirstSeconds * 2 ** Math.min(strikes - 1, 8)))
  }
  const doubled = paceSeconds * 2 ** Math.min(strikes - 1, 3)
  return Math.min(doubled, Math.max(paceSeconds, hourSeconds))
}
