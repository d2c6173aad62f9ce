import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readNotice } from '#domain/clock/read-notice.ts'
import { event } from '#store/tables/event.ts'
import { incident } from '#store/tables/incident.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { enterDay } from './enter-day.ts'
import { enterNotice } from './enter-notice.ts'
import { pauseStep } from './pause-step.ts'
import { readCalendar } from './read-calendar.ts'
import { recordStep } from './record-step.ts'
import { recountClocks } from './recount-clocks.ts'
import { removeDay } from './remove-day.ts'
import { resumeStep } from './resume-step.ts'
import { noticeEdition } from './turn-calendar.ts'

let room: Scenario
afterEach(() => room.drop())

const office = () => room.contextOf(room.officer('rsj', 'office'))
const leader = () => room.contextOf(room.officer('rsj', 'leader'))
const payment = async () => {
  const { id, steps } = await room.onlyIncident()
  const found = steps.find(({ step }) => step === 'paid_or_planned')
  if (!found) throw new Error('nothing is to be paid')
  return { id, ...found }
}
/** Grade Ⅲ outside every season: fifteen working days. */
async function opens(at: string) {
  room = await openScenario(at)
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
}
const told = async (name: 'step.moved' | 'calendar.changed') => {
  const rows = await room.db.select().from(event).where(eq(event.name, name)).orderBy(event.id)
  return rows.map(({ data }) => data as Record<string, unknown>)
}
/** An invented notice. */
const notice2027 = {
  year: 2027,
  title: '关于2027年部分节假日安排的通知',
  ...readNotice(
    `1月1日至3日放假。2月5日至11日放假调休。1月30日、2月14日上班。4月3日至5日放假。5月1日至5日放假调休。
     5月8日上班。6月9日放假。9月15日放假。10月1日至7日放假调休。10月9日上班。`,
    2027,
  ),
}

describe('over 春节 2026, which is announced', () => {
  it('counts the Saturdays that are worked and none of the nine days off', async () => {
    await opens('2026-02-12T02:00:00Z')
    // 13, 14 Feb; 24–28 Feb; 2–6 Mar; 9–11 Mar.
    expect(await payment()).toMatchObject({ dueAt: '2026-03-11T09:30:00.000Z', provisional: false })
  })

  it('pays in season within seven days of the calendar', async () => {
    await opens('2026-11-23T06:00:00Z')
    expect(await payment()).toMatchObject({ dueAt: '2026-11-30T06:00:00.000Z', provisional: false })
  })
})

describe('into a year without notice', () => {
  beforeEach(() => opens('2027-03-25T06:00:00Z'))

  it('counts provisionally, by weekends and the days the law fixes, and says so', async () => {
    // 26 Mar; 29 Mar–2 Apr; 6–9 Apr (清明 on the 5th); 12–16 Apr is the fifteenth.
    expect(await payment()).toMatchObject({ dueAt: '2027-04-16T09:30:00.000Z', provisional: true })
    expect(await readCalendar(office(), { year: 2027 })).toMatchObject({
      value: { noticed: false, clocks: { counting: 1, provisional: 1 } },
    })
  })

  it('counts anew when the notice is out, and tells from when to when', async () => {
    const before = await payment()
    expect(await enterNotice(office(), notice2027)).toMatchObject({ ok: true })
    expect(await recountClocks(room.contextOf())).toBe(1)
    expect(await payment()).toMatchObject({ dueAt: before.dueAt, provisional: false })
    expect(
      await enterDay(office(), { day: '2027-04-01', kind: 'rest', reason: '嘉兴当地放假' }),
    ).toMatchObject({
      ok: true,
    })
    await recountClocks(room.contextOf())
    const after = await payment()
    expect(after.dueAt).toBe('2027-04-19T09:30:00.000Z')
    expect((await told('step.moved')).at(-1)).toMatchObject({
      from: before.dueAt,
      to: after.dueAt,
      rule: 'calendar',
    })
    expect((await told('calendar.changed')).map(({ what, subject }) => [what, subject])).toEqual([
      ['notice', '2027'],
      ['day', '2027-04-01'],
    ])
    expect(await removeDay(office(), { day: '2027-04-01' })).toMatchObject({ ok: true })
    await recountClocks(room.contextOf())
    expect((await payment()).dueAt).toBe(before.dueAt)
    expect(await recountClocks(room.contextOf())).toBe(0)
  })

  it('neither counts nor recounts what a closed incident owed', async () => {
    await room.db.update(incident).set({ state: 'closed', closedAt: room.clock.now() })
    expect(await enterNotice(office(), notice2027)).toMatchObject({ ok: true })
    expect(await recountClocks(room.contextOf())).toBe(0)
    expect(await readCalendar(office(), { year: 2027 })).toMatchObject({ value: { clocks: { counting: 0 } } })
  })

  it('keeps what pauses have added, and leaves what is done', async () => {
    const { id, version = 0 } = await payment()
    const asked = { incidentId: id, step: 'paid_or_planned' as const, version }
    await pauseStep(leader(), { ...asked, reason: '等待开庭', signedName: '诸葛样本', reviewHours: 24 })
    await room.clock.forward('2h')
    await resumeStep(leader(), { ...asked, version: version + 1 })
    await enterDay(office(), { day: '2027-04-01', kind: 'rest', reason: '嘉兴当地放假' })
    await recountClocks(room.contextOf())
    expect((await payment()).dueAt).toBe('2027-04-19T11:30:00.000Z')
    await recordStep(leader(), { incidentId: id, step: 'paid_or_planned', note: null })
    await removeDay(office(), { day: '2027-04-01' })
    expect(await recountClocks(room.contextOf())).toBe(0)
  })

  it.each<[string, object, string]>([
    ['a year the product knows', { year: 2026 }, 'year_announced'],
    ['a day of another year', { rest: [...notice2027.rest, '2028-02-01'] }, 'day_of_other_year'],
    ['a day off that is worked', { work: ['2027-01-03'] }, 'day_off_and_worked'],
    ['a Monday worked for a day off', { work: ['2027-01-11'] }, 'worked_on_weekday'],
    [
      'a notice that forgets 中秋',
      { rest: notice2027.rest.filter((day) => day !== '2027-09-15') },
      'holiday_missing',
    ],
  ])('refuses %s', async (_, more, code) => {
    expect(await enterNotice(office(), { ...notice2027, ...more })).toMatchObject({ refusal: { code } })
    expect(await told('calendar.changed')).toEqual([])
  })

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'a day that is off already',
      () => enterDay(office(), { day: '2027-04-05', kind: 'rest', reason: '清明' }),
      'day_is_so',
    ],
    [
      'a day far away',
      () => enterDay(office(), { day: '2031-04-05', kind: 'rest', reason: '清明' }),
      'day_out_of_range',
    ],
    ['a day nobody entered', () => removeDay(office(), { day: '2027-04-06' }), 'no_such_day'],
    [
      'a leader',
      () => enterDay(leader(), { day: '2027-04-06', kind: 'rest', reason: '放假' }),
      'role_may_not',
    ],
    ['our own process', () => removeDay(room.contextOf(), { day: '2027-04-06' }), 'role_may_not'],
  ])('refuses %s', async (_, act, code) => {
    expect(await act()).toMatchObject({ refusal: { code } })
  })

  it('is told nothing by a start that brings no other days', async () => {
    await noticeEdition(room.contextOf())
    await noticeEdition(room.contextOf())
    expect(await told('calendar.changed')).toEqual([])
  })
})
