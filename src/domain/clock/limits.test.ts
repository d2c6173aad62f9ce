import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grade } from '#domain/grading/grade.ts'
import { acceptanceDue, dueOf, legalLimits, limitOf, type Step, steps, stepsOwed } from './limits.ts'
import { startClocks } from './step-clock.ts'
import type { WorkingCalendar } from './working-days.ts'

const graverFirst: Grade[] = ['I', 'II', 'III', 'IV', 'watch']
const instant = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
})
/** An instant by the clock of Asia/Shanghai. */
const at = (clock: string, day = '2026-11-23') => new Date(`${day}T${clock}+08:00`)
/** Weeks as they are, all announced. */
const plainWeeks: WorkingCalendar = {
  version: 1,
  noticed: new Set(Array.from({ length: 100 }, (_, i) => 2000 + i)),
  days: new Map(),
}

describe('acceptance is due', () => {
  it.each<[Grade, string, Date]>([
    ['I', '14:00:00', at('14:05:00')],
    ['II', '14:00:00', at('14:10:00')],
    ['III', '14:00:00', at('14:15:00')],
    ['IV', '14:00:00', at('14:30:00')],
    ['I', '23:59:00', at('00:04:00', '2026-11-24')],
    ['III', '02:00:00', at('02:15:00')],
    ['IV', '19:59:59', at('20:29:59')],
    ['IV', '20:00:00', at('08:30:00', '2026-11-24')],
    ['IV', '00:00:00', at('08:30:00')],
    ['IV', '07:59:59', at('08:30:00')],
    ['IV', '08:00:00', at('08:30:00')],
    ['watch', '09:00:00', at('16:30:00')],
    ['watch', '15:59:59', at('16:30:00')],
    ['watch', '16:29:00', at('16:30:00', '2026-11-24')],
    ['watch', '18:00:00', at('16:30:00', '2026-11-24')],
  ])('grade %s raised at %s', (grade, raised, due) => {
    expect(acceptanceDue(grade, at(raised)).dueAt).toEqual(due)
  })

  it('never later for a graver grade, and never in the past', () => {
    fc.assert(
      fc.property(instant, (raisedAt) => {
        const dues = graverFirst.map((grade) => acceptanceDue(grade, raisedAt))
        for (const [index, { dueAt, limitSeconds }] of dues.entries()) {
          const milder = dues[index + 1]
          expect(dueAt.getTime()).toBeGreaterThan(raisedAt.getTime())
          expect(Math.abs(dueAt.getTime() - raisedAt.getTime() - limitSeconds * 1_000)).toBeLessThan(1_000)
          if (milder) expect(dueAt.getTime()).toBeLessThanOrEqual(milder.dueAt.getTime())
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the steps of an incident opened on Monday at 14:00', () => {
  const dues = (grade: Grade, about: { online: boolean; inSeason: boolean }, since = at('14:00:00')) =>
    Object.fromEntries(
      startClocks('one', grade, since, about, plainWeeks).map(({ step, dueAt }) => [step, dueAt]),
    )
  const week = at('14:00:00', '2026-11-30')

  it.each<[Grade, Partial<Record<Step, Date>>]>([
    [
      'I',
      {
        phone_report: at('14:15:00'),
        written_report: at('14:30:00'),
        on_site: at('14:30:00'),
        first_response: at('15:00:00'),
        authoritative_word: at('19:00:00'),
        facts_verified: at('02:00:00', '2026-11-24'),
        follow_up: at('15:00:00'),
        paid_or_planned: week,
      },
    ],
    [
      'II',
      {
        phone_report: at('14:30:00'),
        written_report: at('15:00:00'),
        on_site: at('14:30:00'),
        first_response: at('15:00:00'),
        authoritative_word: at('19:00:00'),
        facts_verified: at('14:00:00', '2026-11-24'),
        follow_up: at('16:00:00'),
        // Ten working days, the last ending with office hours.
        paid_or_planned: at('17:30:00', '2026-12-07'),
      },
    ],
    [
      'III',
      {
        phone_report: at('15:00:00'),
        written_report: at('16:00:00'),
        on_site: at('15:00:00'),
        first_response: at('18:00:00'),
        authoritative_word: at('14:00:00', '2026-11-25'),
        facts_verified: at('14:00:00', '2026-11-24'),
        follow_up: at('18:00:00'),
        paid_or_planned: at('17:30:00', '2026-12-14'),
      },
    ],
    [
      'IV',
      {
        phone_report: at('16:30:00'),
        written_report: at('16:30:00'),
        on_site: at('18:00:00'),
        first_response: at('14:00:00', '2026-11-24'),
        authoritative_word: at('14:00:00', '2026-11-25'),
        facts_verified: at('14:00:00', '2026-11-25'),
        // Four hours at least, so it goes on tomorrow's sheet.
        follow_up: at('16:30:00', '2026-11-24'),
        paid_or_planned: at('17:30:00', '2026-12-14'),
      },
    ],
  ])('of grade %s have the clocks of the table', (grade, clocks) => {
    expect(dues(grade, { online: true, inSeason: false })).toEqual(clocks)
    expect(dues(grade, { online: true, inSeason: true })).toEqual({ ...clocks, paid_or_planned: week })
  })

  it('owe public words only where the claim was public', () => {
    const owed = Object.keys(dues('II', { online: false, inSeason: false }))
    expect(owed).not.toContain('first_response')
    expect(owed).not.toContain('authoritative_word')
  })

  it('do not wait for Monday where somebody must go there', () => {
    const saturdayNight = at('23:00:00', '2026-11-28')
    expect(dues('II', { online: true, inSeason: false }, saturdayNight).on_site).toEqual(
      at('23:30:00', '2026-11-28'),
    )
  })

  it('are none while it is only watched, and the final report is owed only after closing', () => {
    expect(stepsOwed('watch', { online: true, inSeason: true })).toEqual([])
    expect(stepsOwed('I', { online: true, inSeason: true }).map(({ step }) => step)).not.toContain(
      'final_report',
    )
    expect(limitOf('II', 'final_report', { inSeason: false })).toEqual({ in: 'plain', seconds: 86_400 })
    expect(limitOf('IV', 'final_report', { inSeason: false })).toBeNull()
  })

  it('are never later for a graver grade, and never in the past', () => {
    fc.assert(
      fc.property(instant, fc.boolean(), fc.constantFrom(...steps), (since, inSeason, step) => {
        let milder = Number.POSITIVE_INFINITY
        for (const grade of [...graverFirst].reverse()) {
          const limit = limitOf(grade, step, { inSeason })
          if (!limit) continue
          const due = dueOf(limit, since, plainWeeks).dueAt.getTime()
          expect(due).toBeGreaterThan(since.getTime())
          expect(due).toBeLessThanOrEqual(milder)
          milder = due
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

it.each([
  ['监察受理: five working days', legalLimits.inspection_accepted, at('17:30:00', '2026-11-30')],
  ['信访告知: fifteen days of the calendar', legalLimits.petition_answered, at('14:00:00', '2026-12-08')],
  ['移送: within 24 hours', legalLimits.transfer_handed_over, at('14:00:00', '2026-11-24')],
])('%s', (_, limit, due) => {
  expect(dueOf(limit, at('14:00:00'), plainWeeks).dueAt).toEqual(due)
})
