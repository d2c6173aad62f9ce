import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grade } from '#domain/grading/grade.ts'
import { hastenClocks } from './follow-clocks.ts'
import { type Limit, type Step, steps } from './limits.ts'
import { missStep } from './missed-step.ts'
import {
  finishClock,
  pauseClock,
  recountClock,
  resumeClock,
  type StepClock,
  startClock,
} from './step-clock.ts'
import type { WorkingCalendar } from './working-days.ts'

const calendar: WorkingCalendar = { version: 3, noticed: new Set([2026]), days: new Map() }
const opened = new Date('2026-11-23T06:00:00Z')
const in_ = (minutes: number) => new Date(opened.getTime() + minutes * 60_000)
const by = { post: '带班领导', agency: 'rsj' }
const pause = (now: Date) => ({
  by,
  reason: '等待法院开庭',
  now,
  reviewAt: new Date(now.getTime() + 86_400_000),
})
const quiet = { grade: 'III' as Grade, lifeThreatened: false }
const clockOf = (step: Step, limit: Limit, since = opened) =>
  startClock('one', { step, limit }, since, calendar)
const hastenClock = (clock: StepClock, fresh: StepClock, now: Date) =>
  hastenClocks([clock], [fresh], now)[0] as StepClock
const hour: Limit = { in: 'plain', seconds: 3_600 }

function paused(clock: StepClock, now: Date): StepClock {
  const answer = pauseClock(clock, quiet, pause(now))
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

describe('a pause', () => {
  it('moves what is due by exactly its own length, however often and whatever is counted', () => {
    const limits: Limit[] = [
      hour,
      { in: 'working_days', days: 10 },
      { in: 'daily_sheet', leadSeconds: 3_600 },
    ]
    const stretch = fc.tuple(fc.nat(500), fc.nat(500))
    fc.assert(
      fc.property(fc.constantFrom(...limits), fc.array(stretch, { maxLength: 6 }), (limit, stretches) => {
        let clock = clockOf('facts_verified', limit)
        let [now, total] = [0, 0]
        for (const [runs, waits] of stretches) {
          now += runs
          clock = paused(clock, in_(now))
          expect(clock.nextStepAt).toBeNull()
          now += waits
          total += waits
          clock = resumeClock(clock, in_(now))
        }
        expect(clock.dueAt.getTime() - clock.baseDueAt.getTime()).toBe(total * 60_000)
        expect(clock.pausedSeconds).toBe(total * 60)
        expect(clock.nextStepAt).toEqual(clock.dueAt)
      }),
    )
  })

  it.each<[string, Step, { grade: Grade; lifeThreatened: boolean }, string | null]>([
    [
      'nobody waits to go there at Ⅰ',
      'on_site',
      { grade: 'I', lifeThreatened: false },
      'cannot_pause_on_site',
    ],
    ['nor at Ⅱ', 'on_site', { grade: 'II', lifeThreatened: false }, 'cannot_pause_on_site'],
    ['at Ⅲ somebody may', 'on_site', { grade: 'III', lifeThreatened: false }, null],
    ['the payment at Ⅰ may', 'paid_or_planned', { grade: 'I', lifeThreatened: false }, null],
    [
      'nothing waits while a life is in danger',
      'paid_or_planned',
      { grade: 'III', lifeThreatened: true },
      'cannot_pause_danger',
    ],
  ])('%s', (_, step, incident, code) => {
    const answer = pauseClock(clockOf(step, hour), incident, pause(in_(5)))
    expect(answer.ok ? null : answer.refusal.code).toBe(code)
  })

  it('is begun once, and not for what is done', () => {
    const waiting = paused(clockOf('follow_up', hour), in_(5))
    expect(pauseClock(waiting, quiet, pause(in_(6)))).toMatchObject({ refusal: { code: 'paused_already' } })
    const { done } = finishClock(clockOf('on_site', hour), {
      by,
      note: null,
      now: in_(9),
      limit: null,
      calendar,
    })
    expect(pauseClock(done, quiet, pause(in_(10)))).toMatchObject({ refusal: { code: 'already_done' } })
  })

  it('ends with the step, and its length is kept', () => {
    const waiting = paused(clockOf('on_site', hour), in_(10))
    const { done } = finishClock(waiting, { by, note: '已到', now: in_(40), limit: null, calendar })
    expect(done).toMatchObject({ doneAt: in_(40), pausedAt: null, pausedSeconds: 1_800, nextStepAt: null })
  })
})

describe('a graver grade', () => {
  it('hastens a clock, never lengthens it, and leaves what is done', () => {
    const clock = clockOf('facts_verified', { in: 'plain', seconds: 86_400 })
    const graver = clockOf('facts_verified', { in: 'plain', seconds: 43_200 }, in_(60))
    expect(hastenClock(clock, graver, in_(60)).dueAt).toEqual(graver.dueAt)
    const late = clockOf('facts_verified', { in: 'plain', seconds: 43_200 }, in_(1_000))
    expect(hastenClock(clock, late, in_(1_000))).toBe(clock)
    const { done } = finishClock(clock, { by, note: null, now: in_(30), limit: null, calendar })
    expect(hastenClock(done, graver, in_(60))).toBe(done)
  })

  it('hastens a paused clock too, and the wait so far is not added to the shorter limit', () => {
    const waiting = paused(clockOf('facts_verified', { in: 'plain', seconds: 86_400 }), in_(10))
    const graver = clockOf('facts_verified', hour, in_(100))
    const hastened = hastenClock(waiting, graver, in_(100))
    expect(hastened.nextStepAt).toBeNull()
    expect(resumeClock(hastened, in_(130))).toMatchObject({ dueAt: in_(190), pausedSeconds: 120 * 60 })
  })

  it('never makes anything due later, whatever has been paused', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(2_000), fc.nat(3_000), (limitMinutes, waits, freshMinutes) => {
        const clock = clockOf('on_site', { in: 'plain', seconds: limitMinutes * 60 + 60 })
        const waiting = paused(clock, in_(1))
        const fresh = clockOf('on_site', { in: 'plain', seconds: freshMinutes * 60 + 60 }, in_(1 + waits))
        const now = in_(1 + waits)
        const [slow, fast] = [waiting, hastenClock(waiting, fresh, now)].map((one) => resumeClock(one, now))
        expect(fast?.dueAt.getTime()).toBeLessThanOrEqual(slow?.dueAt.getTime() ?? 0)
      }),
    )
  })
})

describe('a follow-up report', () => {
  const reported = (clock: StepClock, now: Date, limit: Limit) =>
    finishClock(clock, { by, note: null, now, limit, calendar }).next

  it('makes the next one due as long after it as the grade says', () => {
    const next = reported(clockOf('follow_up', hour), in_(45), { in: 'plain', seconds: 7_200 })
    expect(next).toMatchObject({ round: 2, dueAt: in_(45 + 120), doneAt: null, rung: null, pausedSeconds: 0 })
  })

  it('on the daily sheet goes on tomorrow’s, however early today’s was written', () => {
    const daily: Limit = { in: 'daily_sheet', leadSeconds: 4 * 3_600 }
    // Opened Monday at 10:00, on that day's sheet.
    const first = clockOf('follow_up', daily, new Date('2026-11-23T02:00:00Z'))
    expect(first.dueAt).toEqual(new Date('2026-11-23T08:30:00Z'))
    expect(reported(first, new Date('2026-11-23T03:00:00Z'), daily)?.dueAt).toEqual(
      new Date('2026-11-24T08:30:00Z'),
    )
    expect(reported(first, new Date('2026-11-24T01:00:00Z'), daily)?.dueAt).toEqual(
      new Date('2026-11-24T08:30:00Z'),
    )
  })

  it('is owed no more once the incident is closed', () => {
    expect(
      finishClock(clockOf('follow_up', hour), { by, note: null, now: in_(5), limit: null, calendar }).next,
    ).toBeNull()
  })
})

describe('a calendar that changes', () => {
  const announced: WorkingCalendar = {
    version: 4,
    noticed: new Set([2026, 2027]),
    days: new Map([
      ['2027-01-01', 'rest'],
      ['2027-01-04', 'rest'],
      ['2027-01-03', 'work'],
      ['2027-01-09', 'work'],
    ]),
  }
  const since = new Date('2026-12-30T02:00:00Z')

  it('moves an open clock, and what was paused stays added', () => {
    const clock = clockOf('paid_or_planned', { in: 'working_days', days: 3 }, since)
    expect(clock).toMatchObject({ provisional: true, dueAt: new Date('2027-01-04T09:30:00Z') })
    const waited = resumeClock(paused(clock, in_(0)), in_(60))
    const recounted = recountClock(waited, announced)
    expect(recounted).toMatchObject({
      provisional: false,
      calendarVersion: 4,
      baseDueAt: new Date('2027-01-05T09:30:00Z'),
      dueAt: new Date('2027-01-05T10:30:00Z'),
      nextStepAt: new Date('2027-01-05T10:30:00Z'),
    })
  })

  it('leaves a clock that counts no working day alone', () => {
    const clock = clockOf('on_site', hour, since)
    expect(clock.calendarVersion).toBeNull()
    expect(recountClock(clock, announced).dueAt).toEqual(clock.dueAt)
  })
})

describe('a missed clock', () => {
  it('calls each rung once and in order, the next after as long as the step itself had', () => {
    let clock = clockOf('on_site', hour)
    expect(missStep(clock, 'II', in_(59))).toBeNull()
    const called = [60, 120, 180, 240].map((minutes) => {
      const missed = missStep(clock, 'II', in_(minutes))
      if (!missed) throw new Error(`nobody was called at +${minutes} min`)
      clock = missed.clock
      expect(missStep(clock, 'II', in_(minutes))).toBeNull()
      const { first, groupLeader, proposesSupervision } = missed
      return [clock.rung, first, groupLeader, proposesSupervision]
    })
    expect(called).toEqual([
      [0, true, false, false],
      [1, false, true, false],
      [2, false, true, false],
      [3, false, true, true],
    ])
    expect(clock.nextStepAt).toBeNull()
  })

  it('skips nobody when the sweep comes late, and tells the group’s leader only of Ⅰ and Ⅱ', () => {
    let clock = clockOf('on_site', hour)
    const rungs: (number | null)[] = []
    for (let minutes = 0; minutes < 5_000; minutes += 731) {
      const missed = missStep(clock, 'III', in_(minutes))
      if (!missed) continue
      clock = missed.clock
      expect(missed.groupLeader).toBe(false)
      rungs.push(clock.rung)
    }
    expect(rungs).toEqual([0, 1, 2, 3])
  })

  it('calls nobody while it is paused, and at once when it runs again', () => {
    const missed = missStep(clockOf('on_site', hour), 'III', in_(60))
    if (!missed) throw new Error('nobody was called')
    const waiting = paused(missed.clock, in_(70))
    expect(missStep(waiting, 'III', in_(1_000))).toBeNull()
    expect(missStep(resumeClock(waiting, in_(90)), 'III', in_(90))?.clock.rung).toBe(1)
  })

  it('is none of a step that is done', () => {
    for (const step of steps) {
      const { done } = finishClock(clockOf(step, hour), {
        by,
        note: null,
        now: in_(5),
        limit: null,
        calendar,
      })
      expect(missStep(done, 'I', in_(500))).toBeNull()
    }
  })
})
