import { describe, expect, it } from 'vitest'
import { dailyFigures } from './daily-figures.ts'
import type { FoundForReport, Happened, ReportedIncident } from './found-for-report.ts'
import { median } from './median.ts'
import { dayBefore, lastClosedDay, reminderLevel, zeroReportDay } from './report-day.ts'
import { statementsOf } from './statements.ts'
import { admitZeroReport, isNothingToReport, unitCounts, unitDays } from './zero-report.ts'

const at = new Date('2026-11-23T08:30:00Z')
const hours = { opensAt: '15:00', remindAt: '16:00', closesAt: '16:30' }
const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000)

const incident = (id: string, more: Partial<ReportedIncident> = {}): ReportedIncident => ({
  ...{ id, number: `1123-0${id}`, headline: '毛衫厂欠薪', grade: 'III', sector: 'factory', signs: [] },
  ...{ route: ['zfw', 'xcb', 'rsj', 't330483'], territories: ['t330483'], territory: 't330483' },
  ...{ open: true, answered: false, ...more },
})
const found = (more: Partial<FoundForReport>): FoundForReport => ({
  ...{ at, incidents: [], happened: [], posts: [], unaccepted: [], steps: [], tasks: [], supervisions: [] },
  ...{ transfers: [], ledger: new Map(), sources: { total: 0, silent: [] }, ...more },
})
const accepted = (agency: string, seconds: number): Happened => ({
  ...{ what: 'accepted', incidentId: '1', agency, seconds },
})
const paid = (id: string, yuan: number, workers: number) => ({
  ...{ id, kind: 'paid' as const, fen: yuan * 100, workers, source: 'employer' as const, reverses: null },
})
const owed = { id: 'o', kind: 'owed' as const, fen: 1_000_00, workers: 10, source: null, reverses: null }

describe('the figures of a day', () => {
  it('count an incident once, however often it was told of, and none that was merged away', () => {
    const happened = ['1', '1', '2', 'merged'].map((id): Happened => ({ what: 'opened', incidentId: id }))
    const incidents = [incident('1'), incident('2', { grade: 'I', territory: null, sector: null })]
    expect(dailyFigures(found({ incidents, happened })).opened).toEqual({
      total: 2,
      byGrade: [
        { key: 'I', count: 1 },
        { key: 'III', count: 1 },
      ],
      byTerritory: [
        { key: 't330483', count: 1 },
        { key: 'unknown', count: 1 },
      ],
      byKind: [
        { key: 'factory', count: 1 },
        { key: 'other', count: 1 },
      ],
      bySign: [],
    })
  })

  it.each<[string, Happened[], FoundForReport['unaccepted'], object | null]>([
    ['nobody waited', [], [], null],
    [
      'one that waits still',
      [accepted('rsj', 60)],
      [{ incidentId: '1', agency: 'xcb', since: ago(5) }],
      { agency: 'xcb', seconds: 300, accepted: false },
    ],
    [
      'one that was accepted late',
      [accepted('zfw', 900)],
      [{ incidentId: '1', agency: 'xcb', since: ago(5) }],
      { agency: 'zfw', seconds: 900, accepted: true },
    ],
  ])('name who was missing longest: %s', (_, happened, unaccepted, longest) => {
    const figures = dailyFigures(found({ incidents: [incident('1')], happened, unaccepted }))
    if (longest) expect(figures.longest).toMatchObject(longest)
    else expect(figures.longest).toBeNull()
  })

  it('name overdue steps with their owners, the longest overdue first', () => {
    const steps = [
      { incidentId: '1', step: 'on_site' as const, dueAt: ago(5) },
      { incidentId: '1', step: 'phone_report' as const, dueAt: ago(50) },
    ]
    const { total, lines } = dailyFigures(found({ incidents: [incident('1')], steps })).overdue.steps
    expect(total).toBe(2)
    expect(lines.map(({ what, agencies }) => [what, agencies])).toEqual([
      ['phone_report', ['rsj', 't330483']],
      ['on_site', ['t330483']],
    ])
  })

  it.each<[string, Parameters<typeof paid>[], string[], number, number]>([
    [
      'what was paid in the period',
      [
        ['a', 400, 4],
        ['b', 100, 1],
      ],
      ['b'],
      100,
      1,
    ],
    ['nothing where nothing moved', [['a', 400, 4]], [], 0, 0],
  ])('count %s', (_, lines, entered, yuan, workers) => {
    const ledger = new Map([['1', [owed, ...lines.map((line) => paid(...line))]]])
    const happened = entered.map((entryId): Happened => ({ what: 'entered', incidentId: '1', entryId }))
    const { money } = dailyFigures(found({ incidents: [incident('1'), incident('2')], ledger, happened }))
    expect(money).toMatchObject({ owedYuan: 1_000, workersOwed: 10, unknown: 1 })
    expect(money).toMatchObject({ paidInPeriodYuan: yuan, workersPaidInPeriod: workers })
  })

  it('take back what a reversal of the period takes back', () => {
    const back = { id: 'r', kind: 'reversed' as const, fen: 0, workers: null, source: null, reverses: 'a' }
    const ledger = new Map([['1', [owed, paid('a', 400, 4), back]]])
    const happened: Happened[] = [{ what: 'entered', incidentId: '1', entryId: 'r' }]
    expect(dailyFigures(found({ incidents: [incident('1')], ledger, happened })).money).toMatchObject({
      ...{ paidYuan: 0, leftYuan: 1_000, paidInPeriodYuan: -400, workersPaidInPeriod: -4 },
    })
  })

  it('say where nothing was measured, which is not zero', () => {
    const statements = statementsOf(dailyFigures(found({})), [])
    expect(statements.find(({ key }) => key === 'median')?.value).toBeNull()
    expect(statements.find(({ key }) => key === 'opened')?.value).toBe(0)
    expect(statements.some(({ section }) => section === 'units')).toBe(false)
  })
})

it.each<[number[], number | null]>([
  [[], null],
  [[7], 7],
  [[9, 1, 5], 5],
  [[1, 2, 3, 10], 2.5],
])('the median of %j is %s', (numbers, middle) => {
  expect(median(numbers)).toBe(middle)
})

describe('the day', () => {
  it.each([
    ['before reporting opens', '2026-11-23T06:59:59Z', '2026-11-22', '2026-11-22', 1],
    ['while units report', '2026-11-23T07:00:00Z', '2026-11-22', '2026-11-23', null],
    ['at the reminder', '2026-11-23T08:00:00Z', '2026-11-22', '2026-11-23', 0],
    ['at its close', '2026-11-23T08:30:00Z', '2026-11-23', '2026-11-23', 1],
    ['in the night after', '2026-11-23T16:30:00Z', '2026-11-23', '2026-11-23', 1],
  ])('%s', (_, now, closed, asked, level) => {
    const moment = new Date(now)
    expect(lastClosedDay(moment, hours)).toBe(closed)
    expect(zeroReportDay(moment, hours)).toBe(asked)
    expect(reminderLevel(asked, moment, hours)).toBe(level)
  })

  it('before the first of a year is the last of the year before', () => {
    expect(dayBefore('2027-01-01')).toBe('2026-12-31')
  })
})

describe('a unit’s day', () => {
  const counts = { opened: 0, closed: 0, open: 3, unaccepted: 0, overdue: 0 }

  it('is its own: what is on its route, waits for it or is owed by it', () => {
    const facts = found({
      incidents: [incident('1'), incident('2', { route: ['zfw'], territories: [] })],
      happened: [
        { what: 'opened', incidentId: '1' },
        { what: 'opened', incidentId: '2' },
      ],
      unaccepted: [{ incidentId: '1', agency: 't330483', since: ago(5) }],
      steps: [{ incidentId: '1', step: 'on_site', dueAt: ago(5) }],
      tasks: [{ incidentId: '1', agency: 'rsj', kind: 'other', dueAt: ago(5) }],
    })
    const one = { opened: 1, closed: 0, open: 1, unaccepted: 1, overdue: 1 }
    expect(unitCounts(facts, 't330483')).toEqual(one)
    expect(unitCounts(facts, 'rsj')).toEqual({ ...one, unaccepted: 0 })
    expect(unitCounts(facts, 'zfw')).toMatchObject({ opened: 2, overdue: 0 })
  })

  it.each([
    ['what is under way', {}, true],
    ['something new', { opened: 1 }, false],
    ['something that waits', { unaccepted: 1 }, false],
    ['something overdue', { overdue: 1 }, false],
  ])('with %s', (_, more, nothing) => {
    expect(isNothingToReport({ ...counts, ...more })).toBe(nothing)
  })

  it.each([
    ['nothing, and so it is', true, counts, counts, 'ok'],
    [
      'nothing, while something is new',
      true,
      { ...counts, opened: 1 },
      { ...counts, opened: 1 },
      'not_nothing',
    ],
    ['figures that have moved', false, counts, { ...counts, open: 4 }, 'figures_changed'],
  ])('is said: %s', (_, zero, seen, now, answer) => {
    const admitted = admitZeroReport({ zero, seen }, now)
    expect(admitted.ok ? 'ok' : admitted.refusal.code).toBe(answer)
  })

  it('counts by its last word, and stays missing while nobody has said one', () => {
    const word = {
      agency: 'rsj',
      at: at.toISOString(),
      post: '值班员',
      late: false,
      note: null,
      counts,
      silentSources: 0,
    }
    expect(
      unitDays(
        ['zfw', 'rsj'],
        [
          { ...word, zero: true },
          { ...word, zero: false },
        ],
      ).map(({ state }) => state),
    ).toEqual(['missing', 'reported'])
  })
})
