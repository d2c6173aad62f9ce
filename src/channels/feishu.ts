import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { type Channel, type Letter, later, never, type Recipient, sent } from './channel.ts'
import { readAnswer } from './read-answer.ts'

const settings = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .meta({ secret: true } satisfies FieldHint),
  secret: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ secret: true } satisfies FieldHint),
})

/** A custom robot of a Feishu group, signed; a contact's open id is @-mentioned. */
export const feishuChannel: Channel<z.infer<typeof settings>> = {
  kind: 'feishu',
  settings,
  carries: 'urgent',
  // Cards of custom robots open links and are not called back.
  acknowledges: 'button',
  address: 'optional',
  addressShape: /^[A-Za-z0-9_-]{3,80}$/,
  perMinute: () => 100,
  async send(letter, to, { url, secret }, tools) {
    const timestamp = String(Math.floor(tools.now.getTime() / 1_000))
    const outcome = await tools.post(url, {
      body: JSON.stringify({
        timestamp,
        sign: feishuSign(timestamp, secret),
        msg_type: 'interactive',
        card: cardOf(letter, to),
      }),
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
    const answer = readAnswer(outcome)
    if ('failed' in answer) return answer.failed
    const { code, StatusCode } = (answer.json ?? {}) as { code?: unknown; StatusCode?: unknown }
    const said = code ?? StatusCode
    if (said === 0) return sent
    if (said === 11232 || said === 99991400) return later('too_many', 60)
    if (said === 19021) return never('signature_refused')
    return never('gateway_refused')
  },
}

/** Base64 of HMAC-SHA256 over nothing, with "timestamp\nsecret" as the key; seconds, good for an hour. */
export function feishuSign(timestamp: string, secret: string): string {
  return createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64')
}

function cardOf({ title, lines, link, linkWords, urgency }: Letter, { address }: Recipient) {
  const called = address ? [`<at id=${address}></at>`] : []
  const text = { tag: 'div', text: { tag: 'lark_md', content: [...lines, ...called].join('\n') } }
  const button = link && {
    tag: 'action',
    actions: [{ tag: 'button', type: 'primary', url: link, text: { tag: 'plain_text', content: linkWords } }],
  }
  return {
    config: { wide_screen_mode: true },
    header: {
      title: { tag: 'plain_text', content: title },
      template: urgency === 'critical' ? 'red' : 'blue',
    },
    elements: button ? [text, button] : [text],
  }
}
