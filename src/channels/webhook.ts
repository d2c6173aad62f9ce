import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { signatureOf } from '#platform/signature.ts'
import { type Channel, sent } from './channel.ts'
import { failureOf } from './read-answer.ts'

const settings = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .meta({ example: 'https://city.example.org/anxin' } satisfies FieldHint),
  secret: z
    .string()
    .trim()
    .min(16)
    .max(200)
    .meta({ secret: true } satisfies FieldHint),
})

/** Tells another house's machine of what happened; any 2xx is a receipt, and the key marks a repetition. */
export const webhookChannel: Channel<z.infer<typeof settings>> = {
  kind: 'webhook',
  settings,
  carries: 'urgent',
  acknowledges: 'none',
  address: 'none',
  addressShape: /^$/,
  perMinute: () => 600,
  async send({ key, title, payload }, _to, { url, secret }, tools) {
    const body = JSON.stringify(payload ?? { name: 'test', title })
    const timestamp = Math.floor(tools.now.getTime() / 1_000)
    const outcome = await tools.post(url, {
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': key,
        'x-anxin-timestamp': String(timestamp),
        'x-anxin-signature': signatureOf(secret, timestamp, body),
      },
    })
    return outcome.ok ? sent : failureOf(outcome.problem)
  },
}
