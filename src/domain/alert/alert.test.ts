import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptanceDue } from '#domain/clock/limits.ts'
import { type Climbing, ladder, nextStep } from '#domain/escalation/next-step.ts'
import type { Grade } from '#domain/grading/grade.ts'
import {
  type Alert,
  acceptAlert,
  endAlert,
  hastenAlert,
  raiseAlert,
  reviveAlert,
  vacateAlert,
} from './alert.ts'
import { leaseFor, longestLeaseSeconds } from './lease.ts'

const start = new Date('2026-11-23T06:00:00Z')
const later = (from: Date, ms: number) => new Date(from.getTime() + ms)
const raise = (grade: Grade = 'III', at = start) => raiseAlert('a', 'i', 'xcb', grade, at)
const climbing = (grade: Grade): Climbing => ({ grade, posts: 1, reaches: () => 'unknown' })
const climb = (alert: Alert, grade: Grade, now: Date) => nextStep(alert, climbing(grade), now)?.alert ?? null
/** A lease of the grade's longest. */
const leaseAt = (grade: Grade, now: Date) =>
  leaseFor(
    { step: 'progress', at: later(now, longestLeaseSeconds(grade) * 1_000) },
    grade,
    now,
    later(now, 2 * 86_400_000),
  )
const officer = { post: '宣传部值班员', agency: 'xcb' }

const grade = fc.constantFrom<Grade>('I', 'II', 'III', 'IV', 'watch')
const moment = fc.integer({ min: 0, max: 100 * 24 * 3_600_000 }).map((ms) => later(start, ms))
/** Gaps between sweeps, from a second to two days: a scheduler that slept. */
const gaps = fc.array(fc.integer({ min: 1_000, max: 2 * 24 * 3_600_000 }), { maxLength: 40 })

function sweep(
  alert: Alert,
  graded: Grade,
  from: Date,
  waits: number[],
): { alert: Alert; rungs: number[]; end: Date } {
  let [at, now] = [alert, from]
  const rungs = [alert.rung]
  for (const wait of waits) {
    now = later(now, wait)
    const climbed = climb(at, graded, now)
    if (climbed) rungs.push(climbed.rung)
    at = climbed ?? at
  }
  return { alert: at, rungs, end: now }
}

describe('the ladder', () => {
  it('skips no rung, whenever the sweeps come, and rests at its top', () => {
    fc.assert(
      fc.property(grade, moment, gaps, (graded, at, waits) => {
        const { alert, rungs } = sweep(raise(graded, at), graded, at, waits)
        expect(rungs).toEqual(rungs.map((_, index) => index))
        expect(alert.rung).toBeLessThan(ladder.length)
        expect(alert.nextStepAt === null).toBe(alert.rung === ladder.length - 1)
      }),
      { numRuns: 1_000 },
    )
  })

  it('climbs at the very moment the limit has run out, not a millisecond before', () => {
    const alert = raise()
    expect(climb(alert, 'III', later(alert.dueAt, -1))).toBeNull()
    expect(climb(alert, 'III', alert.dueAt)).toMatchObject({
      rung: 1,
      nextStepAt: later(alert.dueAt, 900_000),
    })
  })

  it('gives each rung its full limit after a sweep that came late', () => {
    const late = later(raise().dueAt, 3_600_000)
    expect(climb(raise(), 'III', late)?.nextStepAt).toEqual(later(late, 900_000))
  })
})

describe('a rung', () => {
  it.each<[string, Grade, string, number]>([
    [
      'of a grade Ⅳ raised at night lasts half an hour once the morning has come',
      'IV',
      '2026-11-23T14:00:00Z',
      1_800,
    ],
    ['of a grade Ⅳ raised by day lasts half an hour', 'IV', '2026-11-23T06:00:00Z', 1_800],
    ['of a watched incident lasts a day', 'watch', '2026-11-23T06:00:00Z', 86_400],
    ['of a grade Ⅰ lasts five minutes', 'I', '2026-11-23T14:00:00Z', 300],
  ])('%s', (_, graded, raisedAt, seconds) => {
    const alert = raise(graded, new Date(raisedAt))
    const climbed = climb(alert, graded, alert.dueAt)
    expect(climbed).toMatchObject({
      rung: 1,
      limitSeconds: seconds,
      nextStepAt: later(alert.dueAt, seconds * 1_000),
    })
  })
})

describe('acceptance', () => {
  it('stops the ladder at whatever point it comes', () => {
    fc.assert(
      fc.property(grade, moment, gaps, gaps, (graded, at, before, afterwards) => {
        const { alert, end } = sweep(raise(graded, at), graded, at, before)
        const accepted = acceptAlert(alert, officer, end, leaseAt(graded, end))
        if (!accepted.ok) throw new Error('refused')
        expect(accepted.value).toMatchObject({ state: 'accepted', nextStepAt: null, acceptedBy: officer })
        expect(sweep(accepted.value, graded, end, afterwards).alert).toEqual(accepted.value)
        const hastened = hastenAlert(accepted.value, 'I', end)
        expect(hastened).toMatchObject({ state: 'accepted', acceptedAt: end, nextStepAt: null })
        expect(hastened.leaseEndsAt?.getTime()).toBeLessThanOrEqual(end.getTime() + 3_600_000)
      }),
    )
  })

  it('tells the second who was first, and when', () => {
    const lease = leaseAt('III', start)
    const first = acceptAlert(raise(), officer, later(start, 60_000), lease)
    if (!first.ok) throw new Error('refused')
    expect(acceptAlert(first.value, { post: '另一人', agency: 'xcb' }, later(start, 61_000), lease)).toEqual({
      ok: false,
      refusal: {
        code: 'already_accepted',
        details: { who: '宣传部值班员', at: later(start, 60_000).toISOString() },
      },
    })
  })
})

describe('a resolved incident that comes back', () => {
  it('asks anew from the bottom: no lease, no lapse and no end of before is left', () => {
    const at = later(start, 60_000)
    const accepted = acceptAlert({ ...raise(), rung: 2 }, officer, at, leaseAt('III', at))
    if (!accepted.ok) throw new Error('refused')
    const back = later(at, 86_400_000)
    const fresh = raiseAlert('', 'i', '', 'III', back, 7)
    const revived = reviveAlert(endAlert(accepted.value, at), fresh)
    expect(revived).toMatchObject({ ...fresh, id: 'a', agency: 'xcb', heardPosts: 7, version: 4 })
  })
})

describe('what is over', () => {
  it('has no clock left, keeps who had accepted, and takes no acceptance', () => {
    const at = later(start, 60_000)
    const accepted = acceptAlert(raise(), officer, at, leaseAt('III', at))
    if (!accepted.ok) throw new Error('refused')
    for (const alert of [raise(), accepted.value]) {
      const ended = endAlert(alert, later(at, 60_000))
      expect(ended).toMatchObject({ nextStepAt: null, leaseEndsAt: null, acceptedBy: alert.acceptedBy })
      expect(acceptAlert(ended, officer, later(at, 120_000), leaseAt('III', at))).toMatchObject({
        refusal: { code: 'alert_ended' },
      })
      expect(hastenAlert(ended, 'I', later(at, 120_000))).toBe(ended)
    }
  })
})

describe('an acceptance that ends', () => {
  it('goes on from the rung it had reached, with a clock of its own, neither lower nor higher', () => {
    fc.assert(
      fc.property(grade, moment, gaps, gaps, (graded, at, before, afterwards) => {
        const { alert, end } = sweep(raise(graded, at), graded, at, before)
        const accepted = acceptAlert(alert, officer, end, leaseAt(graded, end))
        if (!accepted.ok) throw new Error('refused')
        const lapse = { why: 'silence', at: end.toISOString(), holder: officer } as const
        const vacant = vacateAlert(accepted.value, graded, end, lapse)
        expect(vacant).toMatchObject({ state: 'unaccepted', rung: alert.rung, acceptedBy: null, lapse })
        expect(vacant.leaseEndsAt).toBeNull()
        expect(vacant.dueAt.getTime()).toBeGreaterThan(end.getTime())
        const { rungs } = sweep(vacant, graded, end, afterwards)
        expect(rungs).toEqual(rungs.map((_, index) => alert.rung + index))
      }),
    )
  })
})

describe('a graver grade', () => {
  it('never lengthens a clock, never moves a rung, and no rung waits longer than it says', () => {
    fc.assert(
      fc.property(grade, grade, moment, gaps, (first, second, at, waits) => {
        const { alert, end } = sweep(raise(first, at), first, at, waits)
        const hastened = hastenAlert(alert, second, end)
        expect(hastened.rung).toBe(alert.rung)
        expect(hastened.limitSeconds).toBeLessThanOrEqual(alert.limitSeconds)
        expect(hastened.dueAt.getTime()).toBeLessThanOrEqual(alert.dueAt.getTime())
        expect(hastened.nextStepAt === null).toBe(alert.nextStepAt === null)
        if (hastened.nextStepAt && alert.nextStepAt) {
          const latest = Math.min(alert.nextStepAt.getTime(), acceptanceDue(second, end).dueAt.getTime())
          expect(hastened.nextStepAt.getTime()).toBeLessThanOrEqual(
            hastened === alert ? alert.nextStepAt.getTime() : latest,
          )
        }
      }),
    )
  })

  it('hastens what is still to be accepted', () => {
    const hastened = hastenAlert(raise('IV'), 'I', later(start, 60_000))
    const dueAt = later(start, 6 * 60_000)
    expect(hastened).toMatchObject({ dueAt, nextStepAt: dueAt, limitSeconds: 300, version: 2 })
  })

  it('hastens the later rungs of an alert already overdue, so that nobody waits for the morning', () => {
    const night = new Date('2026-11-23T14:00:00Z')
    const alert = raise('IV', night)
    const overdue = climb(alert, 'IV', alert.dueAt) as Alert
    const hastened = hastenAlert(overdue, 'I', later(alert.dueAt, 60_000))
    expect(hastened).toMatchObject({
      rung: 1,
      dueAt: alert.dueAt,
      nextStepAt: later(alert.dueAt, 6 * 60_000),
      limitSeconds: 300,
    })
  })
})
