import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Shift, shiftEnd } from '#domain/clock/shifts.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { type Alert, acceptAlert, raiseAlert } from './alert.ts'
import { declineHandover, offerHandover, takeHandover } from './hand-over.ts'
import { lapseAlert } from './lapse-alert.ts'
import { graceSeconds, isProgress, leaseFor, longestLeaseSeconds, renewLease } from './lease.ts'
import { mergeAlerts, restoreAlert } from './merge-alerts.ts'
import { checkPromise, type PromiseGround, promiseChoices, proposePromise } from './promise.ts'
import { returnAlert } from './return-alert.ts'
import { latestSnooze, snoozeAlert, wakeAlert } from './snooze-alert.ts'

const shifts: Shift[] = [
  { key: 'day', from: '08:30', to: '17:30' },
  { key: 'night', from: '17:30', to: '08:30' },
]
const endOf = (at: Date) => shiftEnd(at, shifts)
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`)
const plus = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000)
const officer = { post: '宣传部值班员', agency: 'xcb' }
const colleague = { post: '宣传部夜班', agency: 'xcb' }
const grade = fc.constantFrom<Grade>('I', 'II', 'III', 'IV', 'watch')
const moment = fc.integer({ min: 0, max: 30 * 86_400_000 }).map((ms) => new Date(at('14:00').getTime() + ms))

function held(graded: Grade = 'III', now = at('14:00'), promisedMinutes = 60): Alert {
  const lease = leaseFor(
    { step: 'progress', at: plus(now, promisedMinutes) },
    graded,
    now,
    shiftEnd(now, shifts),
  )
  const accepted = acceptAlert(raiseAlert('a', 'i', 'xcb', graded, now), officer, now, lease)
  if (!accepted.ok) throw new Error('refused')
  return accepted.value
}

describe('a lease', () => {
  it.each<[string, Grade, string, number, string]>([
    ['ends a grace after what was promised', 'III', '14:00', 60, '15:15'],
    ['of a grade Ⅰ has a short grace', 'I', '14:00', 20, '14:25'],
    ['ends with the grade’s longest, whatever was promised', 'II', '14:00', 600, '16:00'],
    ['ends with the shift, whatever was promised', 'III', '16:50', 60, '17:30'],
    ['taken at night ends in the morning', 'IV', '20:00', 1_200, '08:30'],
  ])('%s', (_, graded, from, minutes, ends) => {
    const lease = leaseFor(
      { step: 'progress', at: plus(at(from), minutes) },
      graded,
      at(from),
      shiftEnd(at(from), shifts),
    )
    expect(lease.leaseEndsAt.toISOString().slice(11, 16)).toBe(at(ends).toISOString().slice(11, 16))
  })

  it('never outlives its shift, its grade’s longest or its promise', () => {
    fc.assert(
      fc.property(grade, moment, fc.integer({ min: 1, max: 40_000 }), (graded, now, minutes) => {
        const promised = { step: 'progress' as const, at: plus(now, minutes) }
        const { leaseEndsAt } = leaseFor(promised, graded, now, shiftEnd(now, shifts))
        expect(leaseEndsAt.getTime()).toBeLessThanOrEqual(shiftEnd(now, shifts).getTime())
        expect(leaseEndsAt.getTime()).toBeLessThanOrEqual(now.getTime() + longestLeaseSeconds(graded) * 1_000)
        expect(leaseEndsAt.getTime()).toBeLessThanOrEqual(
          promised.at.getTime() + graceSeconds(graded) * 1_000,
        )
        expect(leaseEndsAt.getTime()).toBeGreaterThan(now.getTime())
      }),
    )
  })

  it('lapses at its end, not a millisecond before, and says why', () => {
    const alert = held()
    const end = alert.leaseEndsAt as Date
    expect(lapseAlert(alert, 'III', new Date(end.getTime() - 1), endOf)).toBeNull()
    expect(lapseAlert(alert, 'III', end, endOf)).toMatchObject({
      state: 'unaccepted',
      lapse: { why: 'silence', holder: officer },
      dueAt: plus(end, 15),
    })
    const late = held('III', at('17:00'))
    expect(lapseAlert(late, 'III', at('17:30'), endOf)?.lapse?.why).toBe('shift')
  })

  it('is held anew by progress', () => {
    const now = at('15:00')
    const lease = leaseFor({ step: 'on_site', at: plus(now, 60) }, 'III', now, shiftEnd(now, shifts))
    expect(renewLease(held(), lease)).toMatchObject({ promisedStep: 'on_site', leaseEndsAt: plus(now, 75) })
    const lapsed = lapseAlert(held(), 'III', at('16:00'), endOf) as Alert
    expect(renewLease(lapsed, lease)).toBe(lapsed)
  })

  it.each([
    ['step.done', true],
    ['task.reported', true],
    ['four_nots.set', true],
    ['step.paused', false],
    ['task.overdue', false],
    ['supervision.proposed', false],
    ['incident.joined', false],
    ['alert.accepted', false],
  ])('counts %s as progress: %s', (name, progress) => {
    expect(isProgress(name)).toBe(progress)
  })
})

const ground = (agency: string, more: Partial<PromiseGround> = {}): PromiseGround => ({
  agency,
  grade: 'III',
  route: ['zfw', 'xcb', 'rsj', 't330483'],
  territories: ['t330483'],
  shiftEndsAt: at('17:30'),
  steps: [
    { step: 'on_site', dueAt: at('15:00'), doneAt: null },
    { step: 'first_response', dueAt: at('18:00'), doneAt: null },
    { step: 'facts_verified', dueAt: new Date('2026-11-24T14:00:00+08:00'), doneAt: null },
  ],
  ...more,
})

describe('what one press promises', () => {
  it.each([
    ['the territory goes there by its clock', 't330483', 'on_site', '15:00'],
    ['宣传部 answers by its clock, though its shift ends before', 'xcb', 'first_response', '18:00'],
    ['人社局, whose own step is a day away, reports within the shift', 'rsj', 'progress', '17:30'],
    ['政法委, which owes no step, assesses', 'zfw', 'assess', '15:00'],
  ])('%s', (_, agency, step, time) => {
    expect(proposePromise(ground(agency), at('14:00'))).toEqual({ step, at: at(time) })
  })

  it('promises an overdue step for the near future', () => {
    expect(proposePromise(ground('t330483'), at('16:00'))).toEqual({ step: 'on_site', at: at('16:15') })
  })

  it('can be changed for an open step or a report, within its clock', () => {
    const now = at('14:00')
    const check = (step: 'on_site' | 'paid_or_planned' | 'progress' | 'facts_verified', when: Date) => {
      const checked = checkPromise({ step, at: when }, ground('rsj'), now)
      return checked.ok ? 'ok' : checked.refusal.code
    }
    expect(check('on_site', at('14:40'))).toBe('ok')
    expect(check('facts_verified', new Date('2026-11-24T13:00:00+08:00'))).toBe('ok')
    expect(check('progress', at('13:59'))).toBe('promise_past')
    expect(check('progress', at('18:01'))).toBe('promise_too_late')
    expect(check('paid_or_planned', at('15:00'))).toBe('no_such_step')
  })

  it('is always among what may be promised', () => {
    for (const agency of ['zfw', 'xcb', 'rsj', 't330483']) {
      for (const one of promiseChoices(ground(agency), at('14:00'))) {
        expect(checkPromise(one, ground(agency), at('14:00')).ok).toBe(true)
      }
    }
  })
})

describe('putting a call off', () => {
  it.each<[Grade, boolean, number]>([
    ['I', false, 10],
    ['II', false, 10],
    ['III', false, 60],
    ['III', true, 10],
    ['watch', false, 60],
  ])('of a grade %s (danger: %s) ends after %i minutes at the latest', (graded, danger, minutes) => {
    const about = { grade: graded, danger, shiftEndsAt: at('17:30') }
    expect(latestSnooze(about, at('14:00'))).toEqual(plus(at('14:00'), minutes))
    expect(latestSnooze(about, at('17:25'))).toEqual(at('17:30'))
  })

  it('makes the ladder wait, accepts nothing, and can be done once for a rung', () => {
    const raised = raiseAlert('a', 'i', 'xcb', 'III', at('14:00'))
    const now = at('14:10')
    const snooze = { by: officer, until: at('14:40'), latest: at('15:10') }
    const put = snoozeAlert(raised, snooze, now)
    if (!put.ok) throw new Error('refused')
    expect(put.value).toMatchObject({
      state: 'unaccepted',
      dueAt: at('14:15'),
      nextStepAt: at('14:45'),
      snoozeEndsAt: at('14:40'),
    })
    expect(snoozeAlert(put.value, { ...snooze, until: at('14:50') }, at('14:41'))).toMatchObject({
      refusal: { code: 'already_snoozed' },
    })
    expect(wakeAlert(put.value, 4, at('14:39'))).toBeNull()
    expect(wakeAlert(put.value, 4, at('14:40'))).toMatchObject({
      snoozeEndsAt: null,
      snoozedRung: 0,
      heardPosts: 4,
      nextStepAt: at('14:45'),
    })
    expect(snoozeAlert(raised, { ...snooze, until: at('15:11') }, now)).toMatchObject({
      refusal: { code: 'snooze_too_long', details: { latest: at('15:10').toISOString() } },
    })
    expect(snoozeAlert(raised, { ...snooze, until: now }, now)).toMatchObject({
      refusal: { code: 'snooze_past' },
    })
    expect(snoozeAlert(held(), snooze, now)).toMatchObject({ refusal: { code: 'already_accepted' } })
  })
})

describe('handing over', () => {
  const now = at('15:00')
  const lease = leaseFor({ step: 'progress', at: plus(now, 60) }, 'III', now, at('17:30'))
  const offered = () => {
    const offer = offerHandover(held(), { by: officer, to: colleague, toId: 'u2' }, now)
    if (!offer.ok) throw new Error('refused')
    return offer.value
  }

  it('leaves it with the giver until the colleague takes it', () => {
    expect(offered()).toMatchObject({ acceptedBy: officer, handover: { toId: 'u2' }, state: 'accepted' })
    expect(takeHandover(offered(), { by: colleague, byId: 'u2', lease }, now)).toMatchObject({
      value: { acceptedBy: colleague, handover: null, leaseEndsAt: lease.leaseEndsAt },
    })
    expect(declineHandover(offered(), { by: colleague }, now)).toMatchObject({
      value: { acceptedBy: officer, handover: null },
    })
  })

  it('is for the colleague named, of the same agency', () => {
    expect(takeHandover(offered(), { by: colleague, byId: 'u3', lease }, now)).toMatchObject({
      refusal: { code: 'handover_to_another', details: { who: colleague.post } },
    })
    const elsewhere = { post: '人社局值班员', agency: 'rsj' }
    expect(offerHandover(held(), { by: officer, to: elsewhere, toId: 'u4' }, now)).toMatchObject({
      refusal: { code: 'not_a_colleague' },
    })
    expect(takeHandover(held(), { by: colleague, byId: 'u2', lease }, now)).toMatchObject({
      refusal: { code: 'no_handover' },
    })
  })
})

describe('giving back', () => {
  it('keeps the reason, and nobody gives back what nobody holds', () => {
    const back = returnAlert(held(), { by: officer, reason: '不属于我部职责', grade: 'III' }, at('14:10'))
    expect(back).toMatchObject({ value: { lapse: { why: 'returned', reason: '不属于我部职责' }, rung: 0 } })
    const raised = raiseAlert('a', 'i', 'xcb', 'III', at('14:00'))
    expect(returnAlert(raised, { by: officer, reason: '误按', grade: 'III' }, at('14:10'))).toMatchObject({
      refusal: { code: 'not_accepted' },
    })
  })
})

describe('two incidents that become one', () => {
  const other = { ...held(), id: 'b', incidentId: 'j' }
  const open = raiseAlert('a', 'i', 'xcb', 'III', at('14:05'))

  it('carry the acceptance over with its lease, and take it apart with it', () => {
    const merged = mergeAlerts({ ...open, snoozeEndsAt: at('14:40'), unreachable: [1] }, other)
    expect(merged).toMatchObject({
      state: 'accepted',
      leaseEndsAt: other.leaseEndsAt,
      promisedStep: 'progress',
      snoozeEndsAt: null,
      unreachable: [1],
    })
    expect(restoreAlert(open, merged, merged)).toMatchObject({
      leaseEndsAt: other.leaseEndsAt,
      state: 'accepted',
    })
    expect(restoreAlert(open, null, merged)).toMatchObject({ state: 'unaccepted', leaseEndsAt: null })
  })

  it('put off only what both would have put off', () => {
    const one = { ...open, snoozeEndsAt: at('14:40') }
    const two = { ...open, id: 'b', incidentId: 'j' }
    expect(mergeAlerts(one, two).snoozeEndsAt).toBeNull()
    expect(mergeAlerts(one, { ...two, snoozeEndsAt: at('14:30') }).snoozeEndsAt).toEqual(at('14:30'))
  })
})
