import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RosterDay } from '#contracts/roster.ts'
import type { Result } from '#domain/result.ts'
import { bookPost, rostered } from '#testing/roster.ts'
import { alertOf } from '#testing/scenario.ts'
import { openTown, type Town } from '#testing/town.ts'
import { acceptAlert } from './accept-alert.ts'
import { previewRoster } from './preview-roster.ts'
import { readDuty } from './read-duty.ts'
import { readRoster } from './read-roster.ts'
import { saveRoster } from './save-roster.ts'
import { sweepAlerts } from './sweep-alerts.ts'

let town: Town
beforeEach(async () => {
  // 17:00 in Jiaxing; the night turn begins at 17:30.
  town = await openTown('2026-11-23T09:00:00Z', { rungs: ['duty', 'section_head'], channels: ['sms'] })
})
afterEach(() => town.close())

const office = () => town.contextOf(town.officer('rsj', 'office'))
const heard = (number: string) => town.gateways.heard.filter(({ to }) => to === number).length
const code = (answer: Result<unknown>) => (answer.ok ? 'ok' : answer.refusal.code)
const numbers = { a: '19900000701', b: '19900000702' }
const day = (turns: RosterDay['turns'], more: Partial<RosterDay> = {}): RosterDay[] => [
  { agency: 'xcb', day: '2026-11-23', turns, ...more },
]
const turn = (from: string, to: string, dutyId: string) => ({ from, to, dutyId, substituteId: null })

async function twoPosts() {
  const a = await bookPost(town, { agency: 'xcb', post: '宣传部值班员甲', sms: numbers.a })
  const b = await bookPost(town, { agency: 'xcb', post: '宣传部值班员乙', sms: numbers.b })
  return { a, b }
}

async function tell(text = '桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落') {
  const forum = await town.feed('论坛')
  await forum.publishes(text)
  await town.settle()
}

describe('the ladder calls whoever is on shift', () => {
  it('by day the day turn, after half past five the night turn', async () => {
    const { a, b } = await twoPosts()
    await rostered(town, day([turn('08:30', '17:30', a), turn('17:30', '08:30', b)]))
    await tell()
    expect([heard(numbers.a), heard(numbers.b)]).toEqual([1, 0])
    const xcb = alertOf(await town.onlyIncident(), 'xcb')
    const taken = await acceptAlert(town.contextOf(town.officer('xcb')), { alertId: xcb.id })
    expect(taken).toMatchObject({ ok: true, value: { lease: { endsAt: '2026-11-23T09:30:00.000Z' } } })
    await town.clock.forward('31m')
    expect([heard(numbers.a), heard(numbers.b)]).toEqual([1, 1])
    expect(alertOf(await town.onlyIncident(), 'xcb').lapse).toMatchObject({ why: 'shift' })
  })

  it('and the book’s own duty post where nobody is rostered', async () => {
    const { a } = await twoPosts()
    await rostered(town, day([turn('18:00', '08:30', a)]))
    await tell()
    await town.clock.forward('1m')
    expect(heard(numbers.a)).toBe(0)
    await town.phone('xcb-duty').heard(/接收/)
  })

  it('names the rung, and calls the next at once, where nobody on shift can be reached', async () => {
    const mute = await bookPost(town, { agency: 'xcb', post: '宣传部无号岗' })
    await rostered(town, day([turn('08:30', '17:30', mute)]))
    await tell()
    await sweepAlerts(town.contextOf())
    const incident = await town.onlyIncident()
    expect(alertOf(incident, 'xcb')).toMatchObject({ rung: 1, unreachable: [0] })
    await town.phone('xcb-section_head').heard(/已升级/)
  })

  it('an acceptance lasts as long as the turn of who gave it', async () => {
    const { a } = await twoPosts()
    await rostered(town, day([turn('08:30', '17:10', a)]))
    await tell()
    const xcb = alertOf(await town.onlyIncident(), 'xcb')
    const taken = await acceptAlert(town.contextOf(town.officer('xcb')), { alertId: xcb.id })
    expect(taken).toMatchObject({ ok: true, value: { lease: { endsAt: '2026-11-23T09:10:00.000Z' } } })
  })
})

describe('the roster', () => {
  it('is pasted: every bad row is named with its line, the good ones are kept', async () => {
    await twoPosts()
    const text = [
      '日期\t单位\t班次\t值班员\t替班',
      '2026-11-23\t宣传部\t夜班\t宣传部值班员甲\t宣传部值班员乙',
      '2026-11-24\t宣传部\t夜班\t张三\t',
      '2026-11-24\t宣传部\t白班\t宣传部值班员乙\t',
      '2026-11-24\t宣传部\t09:00-12:00\t宣传部值班员甲\t',
    ].join('\n')
    const seen = await previewRoster(office(), { text })
    expect(seen).toMatchObject({
      ok: true,
      value: {
        turns: 2,
        bad: [
          { line: 3, code: 'duty_unknown', details: { cell: '张三' } },
          { line: 5, code: 'overlaps_line', details: { line: 4 } },
        ],
      },
    })
    const { days } = (seen as { value: { days: RosterDay[] } }).value
    await rostered(town, days)
    const roster = await readRoster(office())
    expect(roster.ok && roster.value.turns).toHaveLength(2)
    expect(roster.ok && roster.value.changes[0]).toMatchObject({
      added: 2,
      ended: 0,
      by: { post: 'rsj office' },
    })
  })

  it('tells where an agency that keeps one has nobody on, to those who see it', async () => {
    const { a } = await twoPosts()
    await rostered(town, day([turn('08:30', '17:30', a)]))
    const gap = { agency: 'xcb', from: '2026-11-23T09:30:00.000Z' }
    for (const [agency, gaps] of [
      ['xcb', [gap]],
      ['zfw', [gap]],
      ['gaj', []],
    ] as const) {
      const duty = await readDuty(town.contextOf(town.officer(agency)))
      expect(duty.ok && duty.value.gaps).toMatchObject(gaps)
    }
    const roster = await readRoster(office())
    expect(roster.ok && roster.value.gaps[0]).toMatchObject(gap)
  })

  it('keeps what was replaced, and refuses to overwrite what was not seen', async () => {
    const { a, b } = await twoPosts()
    const first = await rostered(town, day([turn('17:30', '08:30', a)]))
    const mine = await saveRoster(office(), {
      days: day([turn('17:30', '08:30', b)]),
      why: '换班',
      basedOn: first,
    })
    expect(code(mine)).toBe('ok')
    const blind = await saveRoster(office(), { days: day([]), why: '清空', basedOn: first })
    expect(code(blind)).toBe('roster_changed_since')
    const roster = await readRoster(office())
    expect(roster.ok && roster.value.turns).toMatchObject([{ dutyId: b }])
    expect(roster.ok && roster.value.changes.map(({ added, ended }) => [added, ended])).toEqual([
      [1, 1],
      [1, 0],
    ])
  })

  it('is written by one of two who save at once', async () => {
    const { a, b } = await twoPosts()
    const both = await Promise.all(
      [a, b].map((id) =>
        saveRoster(office(), { days: day([turn('17:30', '08:30', id)]), why: '排班', basedOn: 0 }),
      ),
    )
    expect(both.map(code).sort()).toEqual(['ok', 'roster_changed_since'])
  })

  it('is refused where it cannot stand', async () => {
    const { a } = await twoPosts()
    const gone = day([turn('08:30', '17:30', a)], { day: '2026-11-22' })
    const strange = day([turn('08:30', '17:30', town.phone('rsj-duty').contactId)])
    const crossed = day([turn('08:30', '17:30', a), turn('17:00', '20:00', a)])
    const save = (days: RosterDay[]) => saveRoster(office(), { days, why: '排班', basedOn: 0 })
    expect(await Promise.all([gone, strange, crossed].map(async (days) => code(await save(days))))).toEqual([
      'day_past',
      'post_not_in_book',
      'turns_overlap',
    ])
    const leader = town.contextOf(town.officer('zfw', 'leader'))
    expect(code(await saveRoster(leader, { days: day([]), why: '排班', basedOn: 0 }))).toBe('not_your_agency')
  })
})
