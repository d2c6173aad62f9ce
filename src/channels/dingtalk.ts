import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { type Channel, type Letter, later, never, type Recipient, type Sent, sent } from './channel.ts'
import { readAnswer } from './read-answer.ts'

const settings = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .meta({ secret: true } satisfies FieldHint),
  /** 加签: the SEC… string of the robot's safety settings. */
  secret: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ secret: true } satisfies FieldHint),
})

/** A custom robot of a DingTalk group, signed; a contact's mobile number is @-mentioned. */
export const dingtalkChannel: Channel<z.infer<typeof settings>> = {
  kind: 'dingtalk',
  settings,
  carries: 'urgent',
  // A custom robot is not called back: its button opens the signed page.
  acknowledges: 'button',
  address: 'optional',
  addressShape: /^\+?\d{5,20}$/,
  // More are throttled for ten minutes.
  perMinute: () => 20,
  async send(letter, to, { url, secret }, tools) {
    const signed = new URL(url)
    const timestamp = String(tools.now.getTime())
    signed.searchParams.set('timestamp', timestamp)
    signed.searchParams.set('sign', dingtalkSign(timestamp, secret))
    const outcome = await tools.post(signed.href, {
      body: JSON.stringify(bodyOf(letter, to)),
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
    return understood(outcome)
  },
}

/** Base64 of HMAC-SHA256 over "timestamp\nsecret"; milliseconds, good for an hour. */
export function dingtalkSign(timestamp: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
}

function bodyOf({ title, lines, link, linkWords }: Letter, { address }: Recipient) {
  const text = [`### ${title}`, ...lines].join('\n\n')
  if (!address && link) {
    return { msgtype: 'actionCard', actionCard: { title, text, singleTitle: linkWords, singleURL: link } }
  }
  const open = link ? [`[${linkWords}](${link})`] : []
  const called = address ? [`@${address}`] : []
  return {
    msgtype: 'markdown',
    markdown: { title, text: [text, ...open, ...called].join('\n\n') },
    at: { atMobiles: address ? [address] : [], isAtAll: false },
  }
}

function understood(outcome: Parameters<typeof readAnswer>[0]): Sent {
  const answer = readAnswer(outcome)
  if ('failed' in answer) return answer.failed
  const { errcode } = (answer.json ?? {}) as { errcode?: unknown }
  if (errcode === 0) return sent
  if (errcode === 130101 || errcode === 410100) return later('too_many', 60)
  if (errcode === 310000) return never('signature_refused')
  if (errcode === -1) return later('gateway_failed')
  return never('gateway_refused')
}
