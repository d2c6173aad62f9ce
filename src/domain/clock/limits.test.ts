import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grade } from '#domain/grading/grade.ts'
import { acceptanceDue, type Step, stepsDue } from './limits.ts'

const graverFirst: Grade[] = ['I', 'II', 'III', 'IV', 'watch']
const instant = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
})
/** An instant by the clock of Asia/Shanghai. */
const at = (clock: string, day = '2026-11-23') => new Date(`${day}T${clock}+08:00`)

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

describe('the steps of an incident', () => {
  const minutes = (grade: Grade, about: { online: boolean; inSeason: boolean }) =>
    Object.fromEntries(
      stepsDue(grade, at('14:00:00'), about).map(({ step, dueAt }) => [
        step,
        (dueAt.getTime() - at('14:00:00').getTime()) / 60_000,
      ]),
    )
  const day = 24 * 60

  it.each<[Grade, Record<Step, number>]>([
    ['I', { on_site: 30, first_response: 60, facts_verified: 720, paid_or_planned: 7 * day }],
    ['II', { on_site: 30, first_response: 60, facts_verified: day, paid_or_planned: 10 * day }],
    ['III', { on_site: 60, first_response: 240, facts_verified: day, paid_or_planned: 15 * day }],
    ['IV', { on_site: 240, first_response: day, facts_verified: 2 * day, paid_or_planned: 15 * day }],
  ])('of grade %s have the clocks of the table', (grade, clocks) => {
    expect(minutes(grade, { online: true, inSeason: false })).toEqual(clocks)
    expect(minutes(grade, { online: true, inSeason: true })).toEqual({ ...clocks, paid_or_planned: 7 * day })
  })

  it('owe a public reply only where the claim was public', () => {
    expect(Object.keys(minutes('II', { online: false, inSeason: false }))).not.toContain('first_response')
  })

  it('are none while it is only watched', () => {
    expect(stepsDue('watch', at('14:00:00'), { online: true, inSeason: true })).toEqual([])
  })

  it('are never later for a graver grade', () => {
    fc.assert(
      fc.property(instant, fc.boolean(), fc.boolean(), (openedAt, online, inSeason) => {
        const milder = new Map<Step, number>()
        for (const grade of [...graverFirst].reverse()) {
          for (const { step, dueAt } of stepsDue(grade, openedAt, { online, inSeason })) {
            expect(dueAt.getTime()).toBeLessThanOrEqual(milder.get(step) ?? Number.POSITIVE_INFINITY)
            milder.set(step, dueAt.getTime())
          }
        }
      }),
    )
  })
})
