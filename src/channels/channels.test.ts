import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import webPush from 'web-push'
import type { ChannelKind } from '#domain/paging/channel-kind.ts'
import { gatewayReach } from '#platform/gateway-reach.ts'
import { type FakeGateways, type Mood, startFakeGateways } from '#testing/fake-gateways.ts'
import type { Letter, Recipient, Sent, Tools } from './channel.ts'
import { channels } from './index.ts'

const letter: Letter = {
  key: '7d0e3a52-6a0c-4a9c-9df4-6f3f4a4f1a11',
  title: 'Ⅱ级 请宣传部接收',
  lines: ['1123-07 桐乡市濮院镇 毛衫厂老板跑路', '38 人，自述，待核实'],
  short: 'Ⅱ级 请宣传部接收 桐乡市濮院镇，回 1 4821 接收',
  link: 'https://anxin.example/p/abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmno',
  linkWords: '打开并接收',
  code: '4821',
  urgency: 'critical',
}

let gateways: FakeGateways
let tools: Tools
const moods: ChannelKind[] = []

beforeAll(async () => {
  gateways = await startFakeGateways()
  tools = {
    ...gatewayReach({ ALLOW_PRIVATE_GATEWAYS: '127.0.0.1', REALM: 'real' }, 500),
    now: new Date(),
    vapid: webPush.generateVAPIDKeys(),
  }
})
afterAll(() => gateways.close())
afterEach(() => {
  for (const kind of moods.splice(0)) gateways.turn(kind, 'well')
})

const addresses: Partial<Record<ChannelKind, string>> = {
  sms: '19900000001',
  voice: '19900000001',
  email: 'xcb-duty@anxin.invalid',
  dingtalk: '19900000001',
  wecom: 'duty-xcb',
  feishu: 'ou_duty',
}

async function send(
  kind: ChannelKind,
  change: Record<string, unknown> = {},
  to?: Partial<Recipient>,
): Promise<Sent> {
  const channel = channels[kind]
  const settings = channel.settings.parse({ ...gateways.settingsOf(kind), ...change })
  const recipient = { address: addresses[kind] ?? null, browsers: [], ...to }
  return channel.send(letter, recipient, settings, tools)
}

function turn(kind: ChannelKind, mood: Mood) {
  moods.push(kind)
  gateways.turn(kind, mood)
}

const spoken: ChannelKind[] = ['sms', 'voice', 'email', 'dingtalk', 'wecom', 'feishu', 'webhook']

describe('each gateway by its own protocol', () => {
  it.each(spoken)('%s takes a letter with its link', async (kind) => {
    expect(await send(kind)).toMatchObject({ ok: true })
    const taken = gateways.heard.filter(({ channel }) => channel === kind).at(-1)
    expect(taken?.text).toContain(kind === 'webhook' ? 'Ⅱ级' : '桐乡市濮院镇')
    if (kind !== 'webhook') expect(taken?.to).toBe(addresses[kind])
  })

  it.each(['dingtalk', 'wecom', 'feishu'] as const)(
    '%s gives the group a button when nobody is called by name',
    async (kind) => {
      expect(await send(kind, {}, { address: null })).toMatchObject({ ok: true })
      expect(gateways.heard.at(-1)).toMatchObject({ channel: kind, link: letter.link })
    },
  )

  it.each(['sms', 'voice', 'webhook', 'email'] as const)('%s knows a repetition by its key', async (kind) => {
    await send(kind)
    await send(kind)
    const taken = gateways.heard.filter(({ channel, key }) => channel === kind && key === letter.key)
    expect(taken).toHaveLength(1)
    expect(taken[0]?.requests).toBeGreaterThan(1)
  })

  it('web push is encrypted to the browser and signed with our key', async () => {
    const browser = gateways.push.subscribe()
    expect(await send('web_push', {}, { browsers: [browser] })).toEqual({ ok: true })
    expect(gateways.heard.at(-1)).toMatchObject({ channel: 'web_push', key: letter.key, link: letter.link })
  })

  it('web push forgets a browser that is gone and still reaches the other', async () => {
    const [old, own] = [gateways.push.subscribe(), gateways.push.subscribe()]
    gateways.push.forget(old)
    expect(await send('web_push', {}, { browsers: [old, own] })).toEqual({ ok: true, gone: [old.endpoint] })
    expect(await send('web_push', {}, { browsers: [old] })).toMatchObject({
      ok: false,
      again: false,
      problem: 'no_browser',
    })
  })
})

describe('a gateway that will not', () => {
  it.each<[ChannelKind, Mood, string, boolean]>([
    ['sms', 500, 'gateway_failed', true],
    ['sms', 429, 'too_many', true],
    ['sms', 'hang', 'timed_out', true],
    ['voice', 503, 'gateway_failed', true],
    ['dingtalk', 'limited', 'too_many', true],
    ['wecom', 'limited', 'too_many', true],
    ['feishu', 'limited', 'too_many', true],
    ['dingtalk', 'wrong_signature', 'signature_refused', false],
    ['feishu', 'wrong_signature', 'signature_refused', false],
    ['dingtalk', 'hang', 'timed_out', true],
    ['email', 500, 'gateway_failed', true],
    ['email', 'hang', 'timed_out', true],
    ['webhook', 'hang', 'timed_out', true],
  ])('%s answers %s: %s', async (kind, mood, problem, again) => {
    turn(kind, mood)
    expect(await send(kind)).toMatchObject({ ok: false, problem, again })
  })

  it.each<[ChannelKind, Record<string, unknown>, string]>([
    ['dingtalk', { secret: 'another' }, 'signature_refused'],
    ['feishu', { secret: 'another' }, 'signature_refused'],
    ['sms', { secret: 'another-secret' }, 'gateway_refused'],
    ['webhook', { secret: 'another-secret-0123456789' }, 'gateway_refused'],
  ])('%s set up with the wrong secret is not tried again', async (kind, change, problem) => {
    expect(await send(kind, change)).toMatchObject({ ok: false, problem, again: false })
  })
})

describe('where messages may go', () => {
  const inHouse = () => gatewayReach({ ALLOW_PRIVATE_GATEWAYS: '', REALM: 'real' }, 500)

  it.each(['sms', 'dingtalk', 'webhook', 'email'] as const)(
    '%s is not let into the house unless it is named',
    async (kind) => {
      const guarded = { ...tools, ...inHouse() }
      const settings = channels[kind].settings.parse(gateways.settingsOf(kind))
      const sent = await channels[kind].send(
        letter,
        { address: addresses[kind] ?? null, browsers: [] },
        settings,
        guarded,
      )
      expect(sent).toMatchObject({ ok: false, problem: 'address_refused', again: false })
    },
  )

  it.each(['http://93.184.215.14/sms', 'https://sms.example.org/send'])(
    'a drill never reaches %s',
    async (url) => {
      const drill = {
        ...tools,
        ...gatewayReach({ ALLOW_PRIVATE_GATEWAYS: '127.0.0.1', REALM: 'drill' }, 500),
      }
      const settings = channels.sms.settings.parse({ ...gateways.settingsOf('sms'), url })
      const sent = await channels.sms.send(letter, { address: '19900000001', browsers: [] }, settings, drill)
      expect(sent).toMatchObject({ ok: false, problem: 'address_refused' })
    },
  )
})

describe('the template of a generic gateway', () => {
  it('is filled without letting a text break out of its place', async () => {
    const settings = channels.sms.settings.parse({
      ...gateways.settingsOf('sms'),
      body: '{"to":"{{to}}","text":"{{text}}","sign":"安薪"}',
    })
    const evil = { ...letter, key: 'evil', short: '"}],"to":"19900000009","x":"\n' }
    expect(await channels.sms.send(evil, { address: '19900000002', browsers: [] }, settings, tools)).toEqual({
      ok: true,
    })
    expect(gateways.heard.at(-1)).toMatchObject({ to: '19900000002', text: evil.short })
  })

  it.each(['{"to":"{{to}}"', 'text={{text}}', '{"to":"{{to}}"}'])('%s is no template', (body) => {
    expect(channels.sms.settings.safeParse({ ...gateways.settingsOf('sms'), body }).success).toBe(false)
  })
})
