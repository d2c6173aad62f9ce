import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SMTPServer } from 'smtp-server'
import { dingtalkSign } from '#channels/dingtalk.ts'
import { feishuSign } from '#channels/feishu.ts'
import type { ChannelKind } from '#domain/paging/channel-kind.ts'
import { verifySignature } from '#platform/signature.ts'
import { openPushService } from './fake-push-service.ts'

/** How a gateway treats what it is sent; `odd` numbers are HTTP states, `hang` never answers. */
export type Mood = 'well' | 'hang' | 'limited' | 'wrong_signature' | 429 | 500 | 503

/** One message a gateway has taken; a repetition with the same key is counted, not taken twice. */
export type Heard = {
  channel: ChannelKind
  to: string
  text: string
  link: string | null
  key: string
  requests: number
  /** Milliseconds since 1970 of the first request. */
  at: number
}

export type FakeGateways = Awaited<ReturnType<typeof startFakeGateways>>

export const fakeSecret = 'fake-gateway-secret-0123456789'
const keptMost = 2_000

/**
 * Every gateway the product speaks to, on loopback and with the real protocol: signatures are checked, repetitions
 * recognised by their key, limits kept. Used by tests and by the drill.
 */
export async function startFakeGateways({ httpPort = 0, smtpPort = 0, now = () => Date.now() } = {}) {
  const heard: Heard[] = []
  const refused: { channel: ChannelKind; why: string }[] = []
  const moods = new Map<ChannelKind, Mood>()
  const book: Book = { heard, refused, moods, now, hanging: new Set() }
  let origin = ''
  const push = openPushService(() => origin)
  const http = createServer((request, response) => {
    answer(book, push, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((done, fail) => http.once('error', fail).listen(httpPort, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const smtp = await mailServer(book)
  await new Promise<void>((done) => smtp.listen(smtpPort, '127.0.0.1', done))
  const mailPort = (smtp.server.address() as AddressInfo).port

  return {
    origin,
    heard,
    refused,
    push,
    /** From now on the gateway answers like this. */
    turn(channel: ChannelKind, mood: Mood) {
      moods.set(channel, mood)
      if (mood !== 'hang') for (const response of book.hanging) response.destroy()
    },
    settingsOf: (kind: ChannelKind) => settingsOf(kind, origin, mailPort),
    async close() {
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
      await new Promise<void>((done) => smtp.close(() => done()))
    },
  }
}

type Book = {
  heard: Heard[]
  refused: { channel: ChannelKind; why: string }[]
  moods: Map<ChannelKind, Mood>
  now: () => number
  hanging: Set<ServerResponse>
}

function settingsOf(kind: ChannelKind, origin: string, mailPort: number): Record<string, unknown> {
  const url = `${origin}/${kind}`
  if (kind === 'email') {
    return {
      host: '127.0.0.1',
      port: mailPort,
      security: 'none',
      from: 'anxin@anxin.invalid',
      user: '',
      password: '',
    }
  }
  if (kind === 'in_app' || kind === 'web_push') return {}
  if (kind === 'wecom') return { url: `${url}?key=${fakeSecret}` }
  if (kind === 'dingtalk') return { url: `${url}?access_token=fake`, secret: fakeSecret }
  return { url, secret: fakeSecret }
}

async function answer(
  book: Book,
  push: ReturnType<typeof openPushService>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const name = url.pathname.split('/')[1] ?? ''
  const channel = (name === 'push' ? 'web_push' : name) as ChannelKind
  const body = await bodyOf(request)
  const mood = book.moods.get(channel) ?? 'well'
  if (mood === 'hang') return void book.hanging.add(response)
  if (typeof mood === 'number') return void response.writeHead(mood, { 'retry-after': '5' }).end()
  if (channel === 'web_push') return void takePush(book, push, request, body, response)
  const say = (said: unknown) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  }
  if (channel === 'dingtalk') return say(takeDingtalk(book, url, body, mood))
  if (channel === 'feishu') return say(takeFeishu(book, body, mood))
  if (channel === 'wecom') return say(takeWecom(book, url, body, mood))
  if (channel !== 'sms' && channel !== 'voice' && channel !== 'webhook')
    return void response.writeHead(404).end()
  takeSigned(book, channel, request, body, response)
}

function takeSigned(
  book: Book,
  channel: 'sms' | 'voice' | 'webhook',
  { headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const signed = verifySignature({
    secret: fakeSecret,
    timestamp: String(headers['x-anxin-timestamp'] ?? ''),
    signature: String(headers['x-anxin-signature'] ?? ''),
    body,
    now: new Date(book.now()),
    toleranceSeconds: 365 * 24 * 3_600,
  })
  if (!signed.ok) {
    book.refused.push({ channel, why: signed.refusal.code })
    return void response.writeHead(401).end()
  }
  const { to = '', text = '' } = JSON.parse(body.toString('utf8')) as { to?: string; text?: string }
  const key = String(headers['idempotency-key'] ?? '')
  note(book, { channel, to, text: channel === 'webhook' ? body.toString('utf8') : text, key })
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":0}')
}

function takeDingtalk(book: Book, url: URL, body: Buffer, mood: Mood) {
  const timestamp = url.searchParams.get('timestamp') ?? ''
  const right = url.searchParams.get('sign') === dingtalkSign(timestamp, fakeSecret)
  if (!right || mood === 'wrong_signature')
    return refuse(book, 'dingtalk', { errcode: 310000, errmsg: 'sign not match' })
  if (mood === 'limited' || tooMany(book, 'dingtalk', 20)) return { errcode: 130101, errmsg: 'send too fast' }
  const said = JSON.parse(body.toString('utf8'))
  const { markdown, actionCard, at } = said
  const text = `${(markdown ?? actionCard).title} ${(markdown ?? actionCard).text}`
  note(book, { channel: 'dingtalk', to: at?.atMobiles?.[0] ?? '', text, link: actionCard?.singleURL })
  return { errcode: 0, errmsg: 'ok' }
}

function takeFeishu(book: Book, body: Buffer, mood: Mood) {
  const { timestamp = '', sign = '', card } = JSON.parse(body.toString('utf8'))
  if (sign !== feishuSign(timestamp, fakeSecret) || mood === 'wrong_signature') {
    return refuse(book, 'feishu', { code: 19021, msg: 'sign match fail or timestamp is not within one hour' })
  }
  if (mood === 'limited' || tooMany(book, 'feishu', 100)) return { code: 11232, msg: 'frequency limited' }
  const [div, action] = card.elements
  const text = `${card.header.title.content} ${div.text.content}`
  note(book, {
    channel: 'feishu',
    to: /<at id=(\S+?)>/.exec(text)?.[1] ?? '',
    text,
    link: action?.actions[0].url,
  })
  return { code: 0, msg: 'success', StatusCode: 0 }
}

function takeWecom(book: Book, url: URL, body: Buffer, mood: Mood) {
  if (url.searchParams.get('key') !== fakeSecret)
    return refuse(book, 'wecom', { errcode: 93000, errmsg: 'invalid webhook url' })
  if (mood === 'limited' || tooMany(book, 'wecom', 20))
    return { errcode: 45009, errmsg: 'api freq out of limit' }
  const { markdown, template_card: card } = JSON.parse(body.toString('utf8'))
  const text = markdown?.content ?? `${card.main_title.title} ${card.main_title.desc} ${card.sub_title_text}`
  note(book, { channel: 'wecom', to: /<@(\S+?)>/.exec(text)?.[1] ?? '', text, link: card?.card_action.url })
  return { errcode: 0, errmsg: 'ok' }
}

function takePush(
  book: Book,
  push: ReturnType<typeof openPushService>,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const taken = push.receive(request, body)
  if ('status' in taken) return void response.writeHead(taken.status).end()
  const { title = '', body: words = '', link = null, key = '' } = taken.shown as Record<string, string>
  note(book, { channel: 'web_push', to: request.url ?? '', text: `${title} ${words}`, key, link })
  response.writeHead(201).end()
}

async function mailServer(book: Book): Promise<SMTPServer> {
  // Asked for only here: an installation without development packages plays its drill all the same.
  const smtp = await import('smtp-server')
  return new smtp.SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const mood = book.moods.get('email') ?? 'well'
        if (mood === 'hang') return
        if (mood !== 'well') return done(Object.assign(new Error('try later'), { responseCode: 451 }))
        const raw = Buffer.concat(parts).toString('utf8')
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const key = /^message-id: <([^@>]+)/im.exec(raw)?.[1] ?? ''
        note(book, { channel: 'email', to, text: mailText(raw), key })
        done()
      })
    },
  })
}

/** Enough of MIME for the one plain part our own mail has. */
function mailText(raw: string): string {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/)
  const body = rest.join('\n\n')
  const plain = /content-transfer-encoding: base64/i.test(head)
    ? Buffer.from(body, 'base64').toString('utf8')
    : quotedPrintable(body)
  return plain
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /[\u0080-\u00ff]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes
}

function note(
  book: Book,
  one: { channel: ChannelKind; to: string; text: string; key?: string; link?: string | null },
) {
  const { channel, to, text, key = '', link } = one
  const again =
    key && book.heard.find((known) => known.key === key && known.channel === channel && known.to === to)
  if (again) {
    again.requests += 1
    return
  }
  const found = link ?? /https?:\/\/\S+?\/p\/[A-Za-z0-9_-]+/.exec(text)?.[0] ?? null
  book.heard.push({ channel, to, text, key, link: found, requests: 1, at: Date.now() })
  if (book.heard.length > keptMost) book.heard.shift()
}

function refuse<Said>(book: Book, channel: ChannelKind, said: Said): Said {
  book.refused.push({ channel, why: 'signature' })
  return said
}

function tooMany(book: Book, channel: ChannelKind, perMinute: number): boolean {
  const since = Date.now() - 60_000
  return book.heard.filter((one) => one.channel === channel && one.at > since).length >= perMinute
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
