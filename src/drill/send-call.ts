import { signatureOf } from '#platform/signature.ts'
import type { Credentials } from './register.ts'
import type { RoundCall } from './round.ts'
import type { Evening } from './scenario.ts'

const timeoutMs = 10_000

/** The body a hotline would send for a scripted call. */
export function callBody(evening: Evening, call: RoundCall): string {
  const { hotline, place, workers, amountYuan } = call.script
  const channel = evening.hotlines.find(({ id }) => id === hotline)?.channel
  return JSON.stringify({
    id: call.id,
    channel,
    receivedAt: call.dueAt.toISOString(),
    text: call.text,
    place,
    employer: call.employer,
    workers,
    amountYuan,
  })
}

/** Sends a signed call to the web process, as a hotline's own system would. Returns the status it answered. */
export async function sendCall(
  origin: string,
  { key, secret }: Credentials,
  body: string,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  const timestamp = String(Math.floor(now.getTime() / 1_000))
  const response = await fetch(`${origin}/api/hotline`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-anxin-key': key,
      'x-anxin-timestamp': timestamp,
      'x-anxin-signature': signatureOf(secret, timestamp, body),
    },
    body,
    signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
  })
  await response.arrayBuffer()
  return response.status
}
