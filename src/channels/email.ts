import { isIP } from 'node:net'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { type Channel, type Letter, later, never, type Sent, sent } from './channel.ts'

const settings = z.object({
  host: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9.:[\]-]+$/)
    .max(253)
    .meta({ example: 'smtp.example.org' } satisfies FieldHint),
  port: z.coerce.number().int().min(1).max(65_535).default(465),
  /** `none` sends the password in the clear, so it is refused for a public address. */
  security: z.enum(['tls', 'starttls', 'none']).default('tls'),
  user: z.string().trim().max(200).default(''),
  password: z
    .string()
    .max(500)
    .default('')
    .meta({ secret: true } satisfies FieldHint),
  from: z.email().meta({ example: 'anxin@example.org' } satisfies FieldHint),
})

/** Mail by SMTP. A message repeated after a crash carries the same Message-ID. */
export const emailChannel: Channel<z.infer<typeof settings>> = {
  kind: 'email',
  settings,
  carries: 'ordinary',
  acknowledges: 'link',
  address: 'needed',
  addressShape: /^[^\s@<>,;]+@[^\s@<>,;]+$/,
  perMinute: () => 600,
  async send(letter, { address }, { host, port, security, user, password, from }, tools) {
    const bare = host.replace(/^\[|\]$/g, '')
    const place = await tools.connectTo(bare, port)
    if ('problem' in place) {
      return place.problem === 'dns_failed' ? later(place.problem) : never(place.problem)
    }
    if (security === 'none' && user && place.isPublic) return never('password_in_the_clear')
    const transport = createTransport({
      host: place.address,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(user ? { auth: { user, pass: password } } : {}),
      ...(isIP(bare) ? {} : { tls: { servername: bare } }),
      connectionTimeout: tools.timeoutMs,
      greetingTimeout: tools.timeoutMs,
      socketTimeout: tools.timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      await transport.sendMail({ from, to: address ?? '', ...mailOf(letter, from) })
      return sent
    } catch (error) {
      return problemOf(error)
    } finally {
      transport.close()
    }
  },
}

function mailOf({ key, title, lines, link, linkWords, urgency }: Letter, from: string) {
  return {
    messageId: `<${key}@${from.split('@')[1]}>`,
    subject: title,
    text: [...lines, ...(link ? ['', linkWords, link] : [])].join('\n'),
    ...(urgency === 'critical' ? { priority: 'high' as const } : {}),
  }
}

/** Only codes: what a server says in words may repeat the address. */
function problemOf(error: unknown): Sent {
  const { code = '', responseCode = 0 } = error as { code?: string; responseCode?: number }
  if (code === 'EAUTH') return never('login_refused')
  if (responseCode >= 500 && code === 'EENVELOPE') return never('address_unknown')
  if (responseCode >= 500) return never('gateway_refused')
  if (responseCode >= 400) return later('gateway_failed')
  if (code === 'ETIMEDOUT') return later('timed_out')
  if (code === 'ETLS') return later('tls_failed')
  return later('connection_failed')
}
