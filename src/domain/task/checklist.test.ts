import { describe, expect, it } from 'vitest'
import { dueOf } from '#domain/clock/limits.ts'
import type { WorkingCalendar } from '#domain/clock/working-days.ts'
import checklist from '#seeds/task-checklist.json' with { type: 'json' }
import {
  type ChecklistLine,
  kindsOf,
  limitOfLine,
  type ProposalSubject,
  proposeTasks as propose,
} from './checklist.ts'

const lines = checklist.lines as ChecklistLine[]
const now = new Date('2026-11-23T06:00:00Z')
const calendar: WorkingCalendar = { version: 1, noticed: new Set([2026]), days: new Map() }
const proposeTasks = (some: ChecklistLine[], subject: ProposalSubject, at: Date) =>
  propose(some, subject, at, calendar)
const facts = {
  placeCode: '330483102',
  employer: '示例毛衫厂',
  project: null,
  workers: { min: 38, max: 38 },
  gathered: null,
  amountYuan: null,
  months: null,
  danger: [],
  collective: [],
  flight: ['fled'],
}
const grades = ['I', 'II', 'III', 'IV', 'watch'] as const
const fledFactory = {
  grade: 'II' as const,
  kinds: kindsOf(facts),
  territories: ['t330483'],
  sector: null,
  assigned: [],
}

describe('the checklist of a grade and a kind', () => {
  it('asks the territory to count, to find the landlord, and 人社局 to look for the money, the nearest first', () => {
    const proposals = proposeTasks(lines, fledFactory, now)
    expect(proposals.slice(0, 4).map(({ kind, agency }) => `${kind} ${agency}`)).toEqual([
      'count_workers t330483',
      'contact_landlord t330483',
      'find_employer rsj',
      'check_deposit rsj',
    ])
    expect(proposals[0]?.term.dueAt).toEqual(new Date('2026-11-23T06:30:00Z'))
    expect(proposals.map(({ kind }) => kind)).toContain('unlicensed_employer')
  })

  it('names the sector unit on a project, and nobody where there is none', () => {
    const project = { ...fledFactory, kinds: kindsOf({ ...facts, project: '示例花苑三期' }) }
    const agencies = (sector: 'construction' | 'water' | null) =>
      proposeTasks(lines, { ...project, sector }, now)
        .filter(({ kind }) => kind === 'check_account')
        .map(({ agency }) => agency)
    expect([agencies('construction'), agencies('water'), agencies(null)]).toEqual([['jw'], ['slj'], []])
  })

  it('proposes nothing twice, and 人社局 while the place is unknown', () => {
    const [first] = proposeTasks(lines, { ...fledFactory, territories: [] }, now)
    expect(first).toMatchObject({ kind: 'count_workers', agency: 'rsj' })
    const left = proposeTasks(lines, { ...fledFactory, assigned: ['count_workers'] }, now)
    expect(left.map(({ kind }) => kind)).not.toContain('count_workers')
  })

  it('rests on a sentence of the founding document, line by line, and has a limit for some grade', () => {
    for (const line of lines) {
      expect(line.basis.length, line.key).toBeGreaterThan(5)
      expect(
        grades.some((grade) => limitOfLine(line, grade)),
        line.key,
      ).toBe(true)
    }
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  })

  it('is slower where the grade is lighter, on whatever day and at whatever hour it is assigned', () => {
    for (const line of lines) {
      for (let hour = 0; hour < 7 * 24; hour += 5) {
        const since = new Date(now.getTime() + hour * 3_600_000)
        const due = grades.flatMap((grade) => {
          const limit = limitOfLine(line, grade)
          return limit ? [dueOf(limit, since, calendar).dueAt.getTime()] : []
        })
        expect(due, `${line.key} ${since.toISOString()}`).toEqual([...due].sort((a, b) => a - b))
      }
    }
  })

  it('runs minutes round the clock, and days in working days from the close of the first', () => {
    const friday = new Date('2026-11-27T06:00:00Z')
    const light = { ...fledFactory, grade: 'IV' as const }
    const due = Object.fromEntries(
      proposeTasks(lines, light, friday).map(({ kind, term }) => [kind, term.dueAt.toISOString()]),
    )
    expect(due).toMatchObject({
      count_workers: '2026-11-27T10:00:00.000Z',
      find_employer: '2026-11-30T09:30:00.000Z',
      unlicensed_employer: '2026-12-02T09:30:00.000Z',
    })
  })
})
