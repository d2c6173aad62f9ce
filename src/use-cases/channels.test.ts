import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SaveChannel } from '#contracts/channels.ts'
import { gatewayReach } from '#platform/gateway-reach.ts'
import { insertChannel, listChannels as readRows } from '#store/channels.ts'
import { channel } from '#store/tables/channel.ts'
import { contact } from '#store/tables/contact.ts'
import { message } from '#store/tables/page.ts'
import { fakeSecret } from '#testing/fake-gateways.ts'
import { openTown, type Town } from '#testing/town.ts'
import { listChannels } from './list-channels.ts'
import { listContacts } from './list-contacts.ts'
import { logTestCall } from './log-test-call.ts'
import { readAlertFeed, readCap } from './read-alert-feed.ts'
import { readCalls, readNotices, seeNotices } from './read-calls.ts'
import { renewFeedToken } from './renew-feed-token.ts'
import { retryMessage } from './retry-message.ts'
import { removeChannel, saveChannel } from './save-channel.ts'
import { removeContact, saveContact } from './save-contact.ts'
import { testChannel } from './test-channel.ts'

const inDanger = '桐乡濮院毛衫厂欠薪，38个工人三个月工资65万没发，有人爬上楼顶说要跳楼讨薪'
const gradeFour = '桐乡濮院一家餐厅拖欠我两个月工资3200元，打电话不接'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const office = () => town.contextOf(town.officer('rsj', 'office'))
const duty = () => town.contextOf(town.officer('xcb'))
const code = (answer: { ok: boolean }) =>
  'refusal' in answer ? (answer.refusal as { code: string }).code : 'ok'
const reach = () => gatewayReach({ ALLOW_PRIVATE_GATEWAYS: '127.0.0.1', REALM: 'real' }, 400)

async function publish(text: string) {
  const forum = await town.feed('论坛')
  await forum.publishes(text)
  await town.settle()
  return town.onlyIncident()
}

describe('the contact book', () => {
  const wanted = {
    contactId: null,
    agency: 'gaj',
    rung: 'duty' as const,
    post: '公安局值班员',
    userId: null,
    addresses: { sms: '199 0000 0100', email: 'gaj@anxin.invalid' },
    rules: null,
    quiet: null,
  }

  it('is kept and seen by the office alone', async () => {
    expect(code(await saveContact(office(), wanted))).toBe('ok')
    expect(code(await saveContact(duty(), wanted))).toBe('role_may_not')
    expect(code(await listContacts(duty()))).toBe('role_may_not')
    const book = await listContacts(office())
    const found = book.ok && book.value.contacts.find(({ post }) => post === wanted.post)
    expect(found).toMatchObject({ agency: 'gaj', reachable: true, addresses: { sms: '19900000100' } })
  })

  it.each<[string, Partial<typeof wanted>, string]>([
    ['a number that is none', { addresses: { sms: 'call me', email: '' } }, 'bad_address_of'],
    ['a mailbox that is none', { addresses: { sms: '', email: 'a@b@c' } }, 'bad_address_of'],
    ['an agency nobody knows', { agency: 'nowhere' }, 'agency_unknown'],
  ])('refuses %s', async (_, change, refused) => {
    expect(code(await saveContact(office(), { ...wanted, ...change }))).toBe(refused)
  })

  it('puts the office into its agency and the leader of the group above all, whatever the form said', async () => {
    await saveContact(office(), { ...wanted, rung: 'office' as never, post: '办公室二' })
    await saveContact(office(), { ...wanted, rung: 'group_leader' as never, post: '副组长' })
    const rows = await town.db.select({ post: contact.post, agency: contact.agency }).from(contact)
    expect(rows).toContainEqual({ post: '办公室二', agency: 'rsj' })
    expect(rows).toContainEqual({ post: '副组长', agency: null })
  })

  it('forgets the numbers of a post that leaves, and remembers test calls', async () => {
    const { contactId } = town.phone('zfw-duty')
    await logTestCall(office(), { contactId, channel: 'voice', outcome: 'no_answer', note: '响了一分钟' })
    const book = await listContacts(office())
    const found = book.ok ? book.value.contacts.find(({ id }) => id === contactId) : undefined
    expect(found?.tests[0]).toMatchObject({ outcome: 'no_answer', by: { agency: 'rsj' } })
    expect(code(await removeContact(office(), { contactId }))).toBe('ok')
    const [row] = await town.db.select().from(contact).where(eq(contact.id, contactId))
    expect(row?.addresses).toEqual({})
    expect(
      code(await logTestCall(office(), { contactId, channel: 'sms', outcome: 'answered', note: '' })),
    ).toBe('no_such_contact')
  })

  it('lets no address into the log of events', async () => {
    await publish(inDanger)
    await town.clock.forward('20m')
    const number = town.phone('zfw-duty').number
    const found = await town.db.execute(sql`select id from event where data::text like ${`%${number}%`}
      or data::text like '%@anxin.invalid%'`)
    expect(found).toHaveLength(0)
  })
})

describe('a channel', () => {
  const sms = (settings: SaveChannel['settings']): SaveChannel => ({
    ...{ channelId: null, kind: 'sms', name: '移动短信', agency: null, enabled: true, settings },
  })

  it('never shows its secret again and keeps it when it is left empty', async () => {
    const saved = await saveChannel(
      office(),
      sms({ url: 'https://sms.example.org/send', secret: 'very-secret-word' }),
    )
    if (!saved.ok) throw new Error(saved.refusal.code)
    const { channelId } = saved.value
    expect(JSON.stringify(await listChannels(office()))).not.toContain('very-secret-word')
    const changed = { ...sms({ url: 'https://sms.example.org/v2', secret: '' }), channelId }
    expect(code(await saveChannel(office(), changed))).toBe('ok')
    const [row] = await town.db.select().from(channel).where(eq(channel.id, channelId))
    expect(row?.settings).toMatchObject({ url: 'https://sms.example.org/v2', secret: 'very-secret-word' })
    expect(code(await removeChannel(office(), { channelId }))).toBe('ok')
    const [gone] = await town.db.select().from(channel).where(eq(channel.id, channelId))
    expect(gone?.settings).toEqual({})
  })

  it.each<[string, SaveChannel['settings'], string]>([
    ['without a secret', { url: 'https://sms.example.org/send' }, 'bad_setting'],
    [
      'with a template that is no JSON',
      { url: 'https://a.example', secret: 'long-enough', body: 'text={{text}}' },
      'bad_setting',
    ],
    ['with an address of another kind', { url: 'ftp://a.example', secret: 'long-enough' }, 'bad_setting'],
  ])('is refused %s', async (_, settings, refused) => {
    expect(code(await saveChannel(office(), sms(settings)))).toBe(refused)
  })

  it('is set up by the office alone', async () => {
    expect(code(await saveChannel(duty(), sms({})))).toBe('role_may_not')
    expect(code(await listChannels(duty()))).toBe('role_may_not')
  })

  it('can be tried, and says what stands in the way', async () => {
    const row = (await readRows(town.db)).find(({ kind }) => kind === 'sms')
    const tried = { channelId: row?.id ?? '', address: '19900000077' }
    expect(code(await testChannel(office(), tried, reach()))).toBe('ok')
    expect(town.gateways.heard.at(-1)).toMatchObject({ to: '19900000077' })
    town.gateways.turn('sms', 500)
    expect(await testChannel(office(), tried, reach())).toMatchObject({
      refusal: { code: 'test_failed', details: { problem: 'gateway_failed' } },
    })
    expect(code(await testChannel(office(), { ...tried, address: 'nobody' }, reach()))).toBe('bad_address_of')
    const list = await listChannels(office())
    const shown = list.ok && list.value.channels.find(({ kind }) => kind === 'sms')
    expect(shown).toMatchObject({ strikes: 1, lastProblem: 'gateway_failed' })
  })

  it('shows what it gave up, and tries it again when asked', async () => {
    town.gateways.turn('email', 500)
    await publish(inDanger)
    await town.clock.forward('40m')
    const list = await listChannels(office())
    const dead = list.ok ? list.value.dead : []
    expect(dead.length).toBeGreaterThan(0)
    expect(dead[0]).toMatchObject({ kind: 'email', attempts: 7, problem: 'gateway_failed' })
    town.gateways.turn('email', 'well')
    const messageId = dead[0]?.id ?? ''
    expect(code(await retryMessage(office(), { messageId }))).toBe('ok')
    expect(code(await retryMessage(office(), { messageId }))).toBe('no_such_message')
    await town.settle()
    const [row] = await town.db.select().from(message).where(eq(message.id, messageId))
    expect(row?.state).toBe('handed')
  })
})

describe('who is called, and when', () => {
  it('quiet hours hold back what can wait, not a life in danger', async () => {
    const night = { from: 13 * 60, to: 15 * 60 }
    await town.db.update(contact).set({ quiet: night })
    await publish(gradeFour)
    await town.clock.forward('30m')
    expect(await town.phone('zfw-duty').isQuiet()).toBe(true)
    await town.clock.forward('31m')
    await town.phone('zfw-duty').heard(/接收/, 'email')
  })

  it('a life in danger is called through quiet hours', async () => {
    await town.db.update(contact).set({ quiet: { from: 13 * 60, to: 15 * 60 } })
    await publish(inDanger)
    await town.phone('zfw-duty').heard(/接收/, 'sms')
  })

  it('what waited for the end of quiet hours goes out when a life comes into danger', async () => {
    const rules = Object.fromEntries(
      ['critical', 'urgent', 'ordinary', 'low'].map((urgency) => [
        urgency,
        [{ channel: 'sms', afterMinutes: 0 }],
      ]),
    )
    await town.db.update(contact).set({ rules, quiet: { from: 13 * 60, to: 15 * 60 } })
    const forum = await town.feed('论坛')
    await forum.publishes('桐乡濮院毛衫厂欠薪，38个工人三个月工资65万没发')
    await town.clock.forward('10m')
    expect(await town.phone('zfw-duty').isQuiet()).toBe(true)
    await forum.publishes(inDanger)
    await town.phone('zfw-duty').heard(/接收/, 'sms')
    await town.onlyIncident()
  })

  it('goes by the own order of a post', async () => {
    const rules = { critical: [{ channel: 'voice' as const, afterMinutes: 0 }] }
    await town.db
      .update(contact)
      .set({ rules })
      .where(eq(contact.id, town.phone('zfw-duty').contactId))
    await publish(inDanger)
    await town.phone('zfw-duty').heard(/接收/, 'voice')
    expect(town.phone('zfw-duty').calls('sms')).toEqual([])
  })

  it("a robot tells its agency's group once for each rung, with a button", async () => {
    const settings = town.gateways.settingsOf('dingtalk')
    const row = {
      kind: 'dingtalk' as const,
      name: '群',
      agency: 'xcb',
      settings,
      createdAt: town.clock.now(),
    }
    await insertChannel(town.db, { id: randomUUID(), ...row })
    await publish(inDanger)
    const inGroup = town.gateways.heard.filter((one) => one.channel === 'dingtalk')
    expect(inGroup).toHaveLength(1)
    expect(inGroup[0]?.link).toMatch(/\/p\//)
    expect(inGroup[0]?.text).toContain('宣传部')
  })

  it('stands on the incident for those on its route, and on the officer’s own list once', async () => {
    const incident = await publish(inDanger)
    const calls = await readCalls(duty(), { incidentId: incident.id })
    const own = calls.ok ? calls.value.find(({ post }) => post === 'xcb-duty') : undefined
    const byChannel = Object.fromEntries((own?.messages ?? []).map((one) => [one.channel, one.state]))
    expect(byChannel).toMatchObject({ in_app: 'handed', sms: 'handed' })
    expect(JSON.stringify(calls)).not.toContain(town.phone('xcb-duty').number)
    const userId = town.book.get('xcb-duty')?.userId ?? ''
    const me = town.contextOf({ ...town.officer('xcb'), id: userId })
    const notices = await readNotices(me, { locale: 'zh' })
    expect(notices.ok && notices.value).toHaveLength(1)
    expect(notices.ok && notices.value[0]).toMatchObject({ open: true, seen: false, incidentId: incident.id })
    await seeNotices(me)
    const again = await readNotices(me, { locale: 'zh' })
    expect(again.ok && again.value[0]).toMatchObject({ seen: true })
    const stranger = await readCalls(town.contextOf(town.officer('czj')), { incidentId: incident.id })
    expect(code(stranger)).toBe('not_your_agency')
  })
})

describe('other houses', () => {
  it('a webhook of the office hears each event once, signed', async () => {
    const settings = { url: `${town.gateways.origin}/webhook`, secret: fakeSecret }
    await insertChannel(town.db, {
      id: randomUUID(),
      kind: 'webhook',
      name: '市指挥中心',
      settings,
      createdAt: town.clock.now(),
    })
    await publish(inDanger)
    const names = town.gateways.heard
      .filter((one) => one.channel === 'webhook')
      .map((one) => (JSON.parse(one.text) as { name: string }).name)
    expect(names.sort()).toEqual([...new Set(names)].sort())
    expect(names).toEqual(expect.arrayContaining(['alert.raised', 'incident.opened']))
    expect(names).not.toContain('message.handed')
  })

  it('feeds open with their token only, and tell no word of a post', async () => {
    const incident = await publish(inDanger)
    expect(code(await readAlertFeed(town.contextOf(), { token: '' }))).toBe('feed_token_wrong')
    const made = await renewFeedToken(office())
    const token = made.ok ? made.value.token : ''
    const feed = await readAlertFeed(town.contextOf(), { token })
    const cap = await readCap(town.contextOf(), { token, incidentId: incident.id })
    if (!feed.ok || !cap.ok) throw new Error('the feeds were refused')
    for (const text of [feed.value, cap.value]) {
      expect(text).toContain('桐乡市濮院镇')
      expect(text).not.toMatch(/毛衫厂|跳楼|老板/)
    }
    await renewFeedToken(office())
    expect(code(await readAlertFeed(town.contextOf(), { token }))).toBe('feed_token_wrong')
    expect(code(await renewFeedToken(duty()))).toBe('role_may_not')
  })
})
