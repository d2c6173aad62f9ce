import type { FetchOutcome, FetchProblem } from '#platform/http-outcome.ts'
import { later, never, type Sent } from './channel.ts'

/** What a gateway said in JSON, or why there is nothing to read. */
export function readAnswer(outcome: FetchOutcome): { json: unknown } | { failed: Sent } {
  if (!outcome.ok) return { failed: failureOf(outcome.problem) }
  if (outcome.notModified) return { failed: later('bad_response') }
  try {
    return { json: JSON.parse(outcome.body.toString('utf8') || 'null') }
  } catch {
    return { failed: later('bad_response') }
  }
}

/** Server errors, hangs and limits pass; a refusal of what we sent does not. */
export function failureOf({ code, details, retryAfterSeconds }: FetchProblem): Sent {
  if (code === 'address_refused' || code === 'bad_address' || code === 'bad_scheme') return never(code)
  const status = code === 'http_status' ? Number(details.status) : null
  if (status === 429) return later('too_many', retryAfterSeconds ?? 60)
  if (status === 401 || status === 403) return never('gateway_refused')
  if (status !== null && status >= 400 && status < 500) return never('gateway_refused')
  return later(status === null ? code : 'gateway_failed', retryAfterSeconds)
}
