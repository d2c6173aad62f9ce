import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '#domain/result.ts'
import { event } from '#store/tables/event.ts'
import { insertUser } from '#store/users.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from './accept-alert.ts'
import { answerShiftHandover } from './answer-shift-handover.ts'
import { offerShiftHandover } from './offer-shift-handover.ts'
import { readShift, readSignedHandover } from './read-shift.ts'

let room: Scenario
let leaving: ReturnType<Scenario['officer']>
let coming: ReturnType<Scenario['officer']>
beforeEach(async () => {
  // 17:10 in Jiaxing; the shift ends at 17:30.
  room = await openScenario('2026-11-23T09:10:00Z')
  leaving = await account('宣传部值班员甲', 'xcb')
  coming = await account('宣传部值班员乙', 'xcb')
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
})
afterEach(() => room.drop())

async function account(post: string, agency: string) {
  const id = randomUUID()
  const fields = { post, role: 'duty' as const, agency, territory: null }
  await room.db.transaction((tx) =>
    insertUser(
      tx,
      { id, username: post, passwordHash: null, mustChangePassword: false, ...fields },
      room.clock.now(),
    ),
  )
  return { ...room.officer(agency), id, post }
}

const as = (person: typeof leaving) => room.contextOf(person)
const xcb = async () => alertOf(await room.onlyIncident(), 'xcb')
const accept = async () => acceptAlert(as(leaving), { alertId: (await xcb()).id })
const code = (answer: Result<unknown>) => (answer.ok ? 'ok' : answer.refusal.code)
async function offered(note = '濮院毛衫厂一起，已联系镇里，等清点人数') {
  const written = await offerShiftHandover(as(leaving), { toId: coming.id, note })
  if (!written.ok) throw new Error(written.refusal.code)
  return { handoverId: written.value.id, version: written.value.version }
}

describe('a shift is handed over', () => {
  it('with everything the agency holds, which lasts into the coming shift', async () => {
    await accept()
    const signed = await answerShiftHandover(as(coming), { ...(await offered()), sign: true })
    expect(signed).toMatchObject({ ok: true, value: { state: 'signed', to: { post: '宣传部值班员乙' } } })
    expect(await xcb()).toMatchObject({ state: 'accepted', acceptedBy: { post: '宣传部值班员乙' } })
    await room.clock.forward('25m')
    expect(await xcb()).toMatchObject({ state: 'accepted', acceptedBy: { post: '宣传部值班员乙' } })
    const told = await room.db.select().from(event).where(eq(event.name, 'shift.handed_over'))
    expect(told).toHaveLength(1)
    expect(told[0]?.data).toMatchObject({ alertIds: [(await xcb()).id] })
  })

  it('on one sheet: open incidents, who holds them and until when', async () => {
    await accept()
    const { number } = await room.onlyIncident()
    const shift = await readShift(as(leaving))
    expect(shift).toMatchObject({
      ok: true,
      value: {
        sheet: {
          shiftEndsAt: '2026-11-23T09:30:00.000Z',
          incidents: [{ number, holder: { post: '宣传部值班员甲' }, leaseEndsAt: expect.any(String) }],
          tasks: [],
          calls: [],
        },
        colleagues: [{ post: '宣传部值班员乙', next: false }],
      },
    })
    const written = await offered()
    await answerShiftHandover(as(coming), { ...written, sign: true })
    const printed = await readSignedHandover(as(coming), { handoverId: written.handoverId })
    expect(printed).toMatchObject({
      ok: true,
      value: {
        handover: { note: '濮院毛衫厂一起，已联系镇里，等清点人数' },
        sheet: { incidents: [{ number }] },
      },
    })
  })

  it('with personal data in the note masked', async () => {
    const written = await offerShiftHandover(as(leaving), {
      toId: coming.id,
      note: '工人代表 19900000001 会再来电',
    })
    expect(written.ok && written.value.note).toBe('工人代表 *********** 会再来电')
  })
})

describe('what was not signed leaves all as it was', () => {
  it('while it is only written: the shift ends and with it what was held', async () => {
    await accept()
    await offered()
    expect((await xcb()).acceptedBy).toMatchObject({ post: '宣传部值班员甲' })
    await room.clock.forward('21m')
    expect(await xcb()).toMatchObject({ state: 'unaccepted', lapse: { why: 'shift' } })
  })

  it('when the colleague declines, or the writer takes it back', async () => {
    await accept()
    const before = await xcb()
    const refused = await answerShiftHandover(as(coming), {
      ...(await offered()),
      sign: false,
      reason: '人还没到岗',
    })
    expect(refused).toMatchObject({ ok: true, value: { state: 'declined', reason: '人还没到岗' } })
    const back = await answerShiftHandover(as(leaving), { ...(await offered()), sign: false })
    expect(back).toMatchObject({ ok: true, value: { state: 'withdrawn' } })
    expect(await xcb()).toEqual(before)
  })

  it('when somebody else signs, or it is signed two hours late', async () => {
    const written = await offered()
    const other = await account('宣传部值班员丙', 'xcb')
    const branch = { ...coming, territory: 't330483' }
    expect(code(await answerShiftHandover(as(other), { ...written, sign: true }))).toBe('handover_to_another')
    expect(code(await answerShiftHandover(as(leaving), { ...written, sign: true }))).toBe(
      'handover_to_another',
    )
    expect(code(await answerShiftHandover(as(branch), { ...written, sign: true }))).toBe('not_your_agency')
    await room.clock.forward('3h')
    expect(code(await answerShiftHandover(as(coming), { ...written, sign: true }))).toBe('handover_over')
  })

  it('offered to nobody of the agency, to oneself, or to a wall', async () => {
    const stranger = await account('人社局值班员', 'rsj')
    for (const toId of [stranger.id, leaving.id, randomUUID()]) {
      expect(code(await offerShiftHandover(as(leaving), { toId, note: '交班' }))).toBe('not_a_colleague')
    }
  })
})

describe('two hands at once', () => {
  it('sign once', async () => {
    await accept()
    const written = await offered()
    const both = await Promise.all(
      [0, 1].map(() => answerShiftHandover(as(coming), { ...written, sign: true })),
    )
    expect(both.map(code).sort()).toEqual(['handover_decided', 'ok'])
    const passed = await room.db.select().from(event).where(eq(event.name, 'alert.handed_over'))
    expect(passed).toHaveLength(1)
  })

  it('sign or take back, and only one of it counts', async () => {
    const written = await offered()
    const both = await Promise.all([
      answerShiftHandover(as(coming), { ...written, sign: true }),
      answerShiftHandover(as(leaving), { ...written, sign: false }),
    ])
    expect(both.map(code).sort()).toEqual(['handover_decided', 'ok'])
  })

  it('write: one waits, the other was withdrawn', async () => {
    await Promise.all([offered('第一份'), offered('第二份')])
    const shift = await readShift(as(leaving))
    expect(shift.ok && shift.value.handover?.state).toBe('offered')
    const told = await room.db.select().from(event).where(eq(event.name, 'shift.handover_declined'))
    expect(told).toHaveLength(1)
  })
})
