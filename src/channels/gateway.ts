import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { signatureOf } from '#platform/signature.ts'
import {
  type Channel,
  type Letter,
  later,
  never,
  type Recipient,
  type Sent,
  sent,
  type Tools,
} from './channel.ts'
import { failureOf, readAnswer } from './read-answer.ts'

/** Placeholders of the body: number, text, code, link, key. */
const defaultBody = '{"to":"{{to}}","text":"{{text}}","key":"{{key}}"}'

const settings = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .meta({ example: 'https://sms.example.org/send' } satisfies FieldHint),
  /** Signs every request; the replies that come back are signed with it too. */
  secret: z
    .string()
    .trim()
    .min(8)
    .max(200)
    .meta({ secret: true } satisfies FieldHint),
  body: z
    .string()
    .trim()
    .min(2)
    .max(2_000)
    .refine((text) => isTemplate(text), 'not_json')
    .default(defaultBody),
  /** Field of the answer that says whether it was taken, and what it must hold; empty: any 2xx is a yes. */
  okField: z.string().trim().max(60).default(''),
  okValue: z.string().trim().max(60).default('0'),
  /** A header of the gateway's own, such as a token; `name: value`. */
  header: z
    .string()
    .trim()
    .max(500)
    .regex(/^$|^[A-Za-z0-9-]{1,60}:\s?[^\r\n]+$/)
    .default('')
    .meta({ secret: true } satisfies FieldHint),
  perMinute: z.coerce.number().int().min(1).max(100_000).default(600),
})
type GatewaySettings = z.infer<typeof settings>

/** Any SMS gateway that takes JSON over HTTP. */
export const smsChannel: Channel<GatewaySettings> = {
  kind: 'sms',
  ...{ settings, carries: 'critical', acknowledges: 'reply', address: 'needed' },
  addressShape: /^\+?\d{5,20}$/,
  perMinute: ({ perMinute }) => perMinute,
  send,
}

/** Any gateway that calls a telephone and reads a text aloud. */
export const voiceChannel: Channel<GatewaySettings> = {
  kind: 'voice',
  ...{ settings, carries: 'critical', acknowledges: 'none', address: 'needed' },
  addressShape: /^\+?\d{5,20}$/,
  perMinute: ({ perMinute }) => perMinute,
  send,
}

async function send(letter: Letter, to: Recipient, set: GatewaySettings, tools: Tools): Promise<Sent> {
  const body = fill(set.body, valuesOf(letter, to))
  const timestamp = Math.floor(tools.now.getTime() / 1_000)
  const [name = '', ...rest] = set.header.split(':')
  const outcome = await tools.post(set.url, {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': letter.key,
      'x-anxin-timestamp': String(timestamp),
      'x-anxin-signature': signatureOf(set.secret, timestamp, body),
      ...(name ? { [name.toLowerCase()]: rest.join(':').trim() } : {}),
    },
  })
  if (!outcome.ok) return failureOf(outcome.problem)
  if (!set.okField) return sent
  const answer = readAnswer(outcome)
  if ('failed' in answer) return answer.failed
  const said = (answer.json as Record<string, unknown> | null)?.[set.okField]
  if (String(said) === set.okValue) return sent
  return said === undefined ? later('bad_response') : never('gateway_refused')
}

function valuesOf({ short, code, link, key }: Letter, { address }: Recipient): Record<string, string> {
  return { to: address ?? '', text: short, code: code ?? '', link: link ?? '', key }
}

/** Values are written as JSON strings would hold them, so that no text can break out of its place. */
function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    JSON.stringify(values[name] ?? '').slice(1, -1),
  )
}

function isTemplate(text: string): boolean {
  try {
    JSON.parse(fill(text, {}))
    return text.includes('{{text}}')
  } catch {
    return false
  }
}
