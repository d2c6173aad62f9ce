import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IncidentView } from '#contracts/views.ts'
import { pageTokenOf, readPageToken } from '#platform/page-token.ts'
import { signatureOf } from '#platform/signature.ts'
import { listChannels } from '#store/channels.ts'
import { contact } from '#store/tables/contact.ts'
import { event } from '#store/tables/event.ts'
import { fakeSecret } from '#testing/fake-gateways.ts'
import { alertOf } from '#testing/scenario.ts'
import { openTown, type Town } from '#testing/town.ts'
import { acceptAlert } from './accept-alert.ts'
import { answerByLink } from './answer-by-link.ts'
import { readPageLink } from './read-page-link.ts'
import { returnAlert } from './return-alert.ts'
import { takeSmsReply } from './take-sms-reply.ts'

const inDanger = '桐乡濮院毛衫厂欠薪，38个工人三个月工资65万没发，有人爬上楼顶说要跳楼讨薪'

let town: Town
let incident: IncidentView
beforeEach(async () => {
  town = await openTown()
  const forum = await town.feed('论坛')
  await forum.publishes(inDanger)
  incident = await town.onlyIncident()
  await town.settle()
})
afterEach(() => town.close())

const linkOf = async (phone: string) =>
  (await town.phone(phone).heard(/./, 'sms')).link?.split('/p/')[1] ?? ''
const codeOf = async (phone: string) =>
  /回 1 (\d+)/.exec((await town.phone(phone).heard(/./, 'sms')).text)?.[1] ?? ''
const press = (token: string) => answerByLink(town.contextOf(), { token, verb: 'accept' })
const stateOf = async (agency: string) => alertOf(await town.onlyIncident(), agency)
const refusedWith = (answer: { ok: boolean }) =>
  'refusal' in answer ? (answer.refusal as { code: string }).code : 'ok'

describe('the link in a letter', () => {
  it('shows what is asked and accepts nothing until its button is pressed', async () => {
    const token = await linkOf('zfw-duty')
    const shown = await readPageLink(town.contextOf(), { token, locale: 'zh' })
    expect(shown.ok && shown.value.page).toMatchObject({
      agency: '政法委',
      mayAccept: true,
      number: incident.number,
    })
    expect((await stateOf('zfw')).state).toBe('unaccepted')
    expect((await press(token)).ok).toBe(true)
    expect(await stateOf('zfw')).toMatchObject({
      state: 'accepted',
      acceptedBy: { post: 'zfw-duty', agency: 'zfw' },
    })
  })

  it('accepts for its own agency only', async () => {
    await press(await linkOf('zfw-duty'))
    expect((await stateOf('xcb')).state).toBe('unaccepted')
  })

  it('says who was first when it comes second', async () => {
    await acceptAlert(town.contextOf(town.officer('zfw')), { alertId: alertOf(incident, 'zfw').id })
    const answer = await press(await linkOf('zfw-duty'))
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'already_accepted', details: { who: 'zfw duty' } },
    })
  })

  it('is refused after its time', async () => {
    const token = await linkOf('zfw-duty')
    await town.clock.forward('13h')
    expect(refusedWith(await press(token))).toBe('link_expired')
  })

  it('is refused when it was altered, and the office hears of it', async () => {
    const token = await linkOf('zfw-duty')
    const said = readPageToken(token)
    if (!said) throw new Error('no token')
    const forged = pageTokenOf('another-secret-of-32-characters-0123456', said, {
      alertId: alertOf(incident, 'zfw').id,
      contactId: town.phone('zfw-duty').contactId,
    })
    expect(refusedWith(await press(forged))).toBe('link_forged')
    expect(refusedWith(await press('x'.repeat(51)))).toBe('link_forged')
    const told = await town.db.select().from(event).where(eq(event.name, 'reply.refused'))
    expect(told.map(({ data }) => data)).toEqual([
      { incidentId: incident.id, by: 'link', why: 'link_forged' },
    ])
  })

  it('asks for nothing any more once the agency was called anew', async () => {
    const token = await linkOf('zfw-duty')
    await press(token)
    const alert = await stateOf('zfw')
    const officer = town.contextOf(town.officer('zfw'))
    const given = await returnAlert(officer, {
      alertId: alert.id,
      version: alert.version,
      reason: '人手不够，请他人接',
    })
    expect(given.ok).toBe(true)
    await town.settle()
    expect(refusedWith(await press(token))).toBe('link_stale')
  })

  it('is void for a post that has left the book', async () => {
    const token = await linkOf('zfw-duty')
    await town.db
      .update(contact)
      .set({ removedAt: town.clock.now() })
      .where(eq(contact.id, town.phone('zfw-duty').contactId))
    expect(refusedWith(await press(token))).toBe('link_void')
  })
})

describe('an answer by SMS', () => {
  const reply = async (from: string, text: string, secret = fakeSecret) => {
    const gateway = (await listChannels(town.db)).find(({ kind }) => kind === 'sms')
    const body = Buffer.from(JSON.stringify({ from, text }))
    const timestamp = String(Math.floor(town.clock.now().getTime() / 1_000))
    const signature = signatureOf(secret, timestamp, body)
    return takeSmsReply(town.contextOf(), { key: gateway?.id ?? randomUUID(), timestamp, signature, body })
  }

  it.each(['1 {code}', '1{code}', '１，{code}', '接收 {code}'])('%s accepts', async (form) => {
    const phone = town.phone('zfw-duty')
    const done = await reply(`+86${phone.number}`, form.replace('{code}', await codeOf('zfw-duty')))
    expect(done).toMatchObject({ ok: true, value: { done: 'accepted', number: incident.number } })
    expect((await stateOf('zfw')).state).toBe('accepted')
  })

  it('2 with the code calls the next rung at once', async () => {
    const done = await reply(town.phone('zfw-duty').number, `2 ${await codeOf('zfw-duty')}`)
    expect(done).toMatchObject({ ok: true, value: { done: 'escalated' } })
    await town.phone('zfw-section_head').heard(/政法委未接收/, 'sms')
  })

  it.each<[string, () => Promise<{ ok: boolean }>, string]>([
    [
      "somebody else's code",
      async () => reply(town.phone('xcb-duty').number, `1 ${await codeOf('zfw-duty')}`),
      'code_not_yours',
    ],
    ['a code nobody has', () => reply(town.phone('zfw-duty').number, '1 000000'), 'code_unknown'],
    ['words', () => reply(town.phone('zfw-duty').number, '收到'), 'reply_not_understood'],
    [
      'a gateway that signs with another secret',
      async () => reply(town.phone('zfw-duty').number, `1 ${await codeOf('zfw-duty')}`, 'not-the-secret'),
      'signature_wrong',
    ],
  ])('%s is refused', async (_, send, code) => {
    expect(refusedWith(await send())).toBe(code)
    expect((await stateOf('zfw')).state).toBe('unaccepted')
  })

  it('comes second and hears who was first', async () => {
    await acceptAlert(town.contextOf(town.officer('zfw')), { alertId: alertOf(incident, 'zfw').id })
    const answer = await reply(town.phone('zfw-duty').number, `1 ${await codeOf('zfw-duty')}`)
    expect(refusedWith(answer)).toBe('already_accepted')
  })
})
