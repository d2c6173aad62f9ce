import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grade } from '#domain/grading/grade.ts'
import { followClocks, type Owing } from './follow-clocks.ts'
import type { Step } from './limits.ts'
import { missStep } from './missed-step.ts'
import { finishClock, pauseClock, resumeClock, type StepClock } from './step-clock.ts'
import type { WorkingCalendar } from './working-days.ts'

const calendar: WorkingCalendar = { version: 3, noticed: new Set([2026]), days: new Map() }
/** Monday, 14:00 in Jiaxing. */
const opened = new Date('2026-11-23T06:00:00Z')
const in_ = (minutes: number) => new Date(opened.getTime() + minutes * 60_000)
const by = { post: '带班领导', agency: 'rsj' }
const owing = (grade: Grade, more: Partial<Owing> = {}): Owing => ({
  ...{ id: 'one', grade, online: true, inSeason: false, decided: false },
  ...more,
})
const begun = (grade: Grade) => followClocks([], owing(grade), opened, calendar)
const follow = (held: StepClock[], grade: Grade, now: Date, decided: boolean) =>
  followClocks(held, owing(grade, { decided }), now, calendar)
const of = (clocks: StepClock[], step: Step) => {
  const found = clocks.find((one) => one.step === step)
  if (!found) throw new Error(`there is no ${step}`)
  return found
}

describe('a person who lowers the grade', () => {
  it('gives what is not yet due the limits of that grade, counted from where it began', () => {
    const lowered = follow(begun('II'), 'III', in_(20), true)
    expect(of(lowered, 'on_site').dueAt).toEqual(in_(60))
    expect(of(lowered, 'facts_verified').dueAt).toEqual(in_(24 * 60))
    // Fifteen working days in place of ten: Monday 14 December, at the close of office hours.
    expect(of(lowered, 'paid_or_planned').dueAt).toEqual(new Date('2026-12-14T09:30:00Z'))
    expect(lowered.every(({ nextStepAt, dueAt }) => nextStepAt?.getTime() === dueAt.getTime())).toBe(true)
  })

  it('leaves what is missed missed, though the sweep has not told it yet, and what is done done', () => {
    const held = begun('II')
    const told = missStep(of(held, 'on_site'), 'II', in_(31))?.clock as StepClock
    const { done } = finishClock(of(held, 'written_report'), {
      ...{ by, note: null, now: in_(10), limit: null, calendar },
    })
    const mixed = held.map((one) => (one.step === 'on_site' ? told : one.step === done.step ? done : one))
    const lowered = follow(mixed, 'IV', in_(31), true)
    expect(of(lowered, 'on_site')).toBe(told)
    expect(of(lowered, 'phone_report')).toBe(of(held, 'phone_report'))
    expect(of(lowered, 'written_report')).toBe(done)
    expect(of(lowered, 'first_response').dueAt).toEqual(in_(24 * 60))
  })

  it('keeps a pause, and what it has put off', () => {
    const held = begun('II')
    const pause = { by, reason: '等待法院开庭', now: in_(60), reviewAt: in_(500) }
    const paused = pauseClock(of(held, 'facts_verified'), { grade: 'II', lifeThreatened: false }, pause)
    if (!paused.ok) throw new Error(paused.refusal.code)
    const resumed = resumeClock(paused.value, in_(120))
    const lowered = of(follow([resumed], 'IV', in_(200), true), 'facts_verified')
    expect(lowered).toMatchObject({ dueAt: in_(48 * 60 + 60), baseDueAt: in_(48 * 60), pausedSeconds: 3_600 })
    const waiting = of(follow([paused.value], 'IV', in_(200), true), 'facts_verified')
    expect(waiting).toMatchObject({ nextStepAt: null, pausedAt: in_(60), dueAt: in_(48 * 60) })
  })

  it('to 关注 takes away what is not owed any more, and nothing that was missed or done', () => {
    const held = begun('III')
    const told = missStep(of(held, 'on_site'), 'III', in_(61))?.clock as StepClock
    const mixed = held.map((one) => (one.step === 'on_site' ? told : one))
    const left = follow(mixed, 'watch', in_(61), true)
    expect(left.map(({ step }) => step).sort()).toEqual(['on_site', 'phone_report'])
  })
})

describe('a lower grade nobody has given a word on', () => {
  it('changes no clock', () => {
    const held = begun('II')
    expect(follow(held, 'IV', in_(5), false)).toEqual(held)
  })
})

describe('whatever becomes of a grade', () => {
  const grade = fc.constantFrom<Grade>('I', 'II', 'III', 'IV')
  const change = fc.record({ grade, minutes: fc.nat(600), decided: fc.boolean() })

  it('no clock moves to a time gone by, none that ran out runs again, and only a word lightens', () => {
    fc.assert(
      fc.property(grade, fc.array(change, { maxLength: 6 }), (first, changes) => {
        let [held, present, minutes] = [begun(first), first, 0]
        for (const next of changes) {
          minutes += next.minutes
          const now = in_(minutes)
          held = held.map((one) => missStep(one, present, now)?.clock ?? one)
          const after = follow(held, next.grade, now, next.decided)
          for (const one of after) {
            const before = of(held, one.step)
            if (before.rung !== null) expect(one).toBe(before)
            else expect(one.dueAt.getTime()).toBeGreaterThan(now.getTime())
            if (!next.decided) expect(one.dueAt.getTime()).toBeLessThanOrEqual(before.dueAt.getTime())
          }
          held = after
          present = next.grade
        }
      }),
    )
  })
})
