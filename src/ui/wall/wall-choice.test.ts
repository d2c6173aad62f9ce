import { describe, expect, it } from 'vitest'
import type { AlertView, GradeView, IncidentView } from '#contracts/views.ts'
import { boardAt, boardFixture } from '#testing/board-fixture.ts'
import { dueNext } from './due-next.ts'
import { mostUrgent } from './most-urgent.ts'
import { takeoverOf } from './takeover-of.ts'

const now = boardAt
const [template] = boardFixture().incidents as [IncidentView]
const [alertTemplate] = template.alerts as [AlertView]
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString()

type Sketch = {
  grade?: GradeView
  acceptDue?: number
  stepDue?: number
  danger?: boolean
  /** Seconds to the end of a lease of an hour. */
  leaseLeft?: number
}

/** Accepted and without a clock, unless said otherwise; times in seconds from now. */
function incident(
  id: string,
  { grade = 'III', acceptDue, stepDue, danger, leaseLeft }: Sketch,
): IncidentView {
  const state = acceptDue === undefined ? ('accepted' as const) : ('unaccepted' as const)
  return {
    ...template,
    id,
    grade,
    danger: danger ? ['爬塔吊'] : [],
    alerts: [
      { ...alertTemplate, incidentId: id, state, dueAt: at(acceptDue ?? 0), lease: leaseOf(leaseLeft) },
    ],
    steps:
      stepDue === undefined
        ? []
        : [{ step: 'on_site', dueAt: at(stepDue), doneAt: null, doneBy: null, note: null }],
  }
}

function leaseOf(left: number | undefined): AlertView['lease'] {
  if (left === undefined) return null
  const [promisedAt, endsAt] = [at(left), at(left)]
  return { step: 'progress', promisedAt, fromAt: at(left - 3_600), endsAt, handover: null }
}

describe('the most urgent', () => {
  const quiet = incident('quiet', { grade: 'I' })
  const later = incident('later', { grade: 'III', stepDue: 900 })
  const sooner = incident('sooner', { grade: 'IV', stepDue: 60 })
  const overdue = incident('overdue', { grade: 'IV', stepDue: -60 })
  const asked = incident('asked', { grade: 'IV', acceptDue: 500 })
  const askedWorse = incident('askedWorse', { grade: 'II', acceptDue: 900 })
  const lapsing = incident('lapsing', { grade: 'IV', leaseLeft: 300 })
  const danger = incident('danger', { grade: 'IV', stepDue: 3000, danger: true })
  const dangerOver = incident('dangerOver', { grade: 'II', danger: true })

  it.each([
    ['danger to life outweighs everything', [askedWorse, overdue, danger], 'danger', 'danger'],
    ['but not once nothing is left to do', [dangerOver, sooner], 'sooner', 'next_due'],
    ['unaccepted comes before overdue', [overdue, asked], 'asked', 'unaccepted'],
    ['unaccepted goes by grade, not by clock', [asked, askedWorse], 'askedWorse', 'unaccepted'],
    ['overdue comes before what is due', [later, overdue], 'overdue', 'overdue'],
    ['overdue comes before what is about to lapse', [lapsing, overdue], 'overdue', 'overdue'],
    ['what is about to lapse comes before what is due', [later, lapsing], 'lapsing', 'lapsing'],
    ['with nothing owed, the next clock of the worst grade', [sooner, later], 'later', 'next_due'],
    ['an incident with a clock comes before one without', [quiet, sooner], 'sooner', 'next_due'],
    ['an incident without any clock still stands there', [quiet], 'quiet', 'open'],
  ])('%s', (_name, incidents, id, reason) => {
    const chosen = mostUrgent(incidents, now)
    expect([chosen?.incident.id, chosen?.reason]).toEqual([id, reason])
    expect(mostUrgent([...incidents].reverse(), now)?.incident.id).toBe(id)
  })

  it('is nobody on a quiet day', () => {
    expect(mostUrgent([], now)).toBeNull()
  })

  it('is 濮院 on the day of the pictures', () => {
    expect(mostUrgent(boardFixture().incidents, now)?.incident.place?.name).toBe('濮院镇')
  })
})

describe('due next', () => {
  it('counts an acceptance that is about to lapse, with its own clock', () => {
    const lapsing = incident('lapsing', { stepDue: 900, leaseLeft: 300 })
    const { rows } = dueNext([lapsing], now, { largeId: null, rows: 3 })
    expect(rows.map(({ clock }) => [clock.kind, clock.dueAt])).toEqual([['lapse', at(300)]])
  })

  it('lists the day of the pictures in order and says the other ten are accepted', () => {
    const { rows, rest, restOwed } = dueNext(boardFixture().incidents, now, {
      largeId: 'incident-1',
      rows: 3,
    })
    expect(rows.map(({ incident }) => incident.place?.name)).toEqual(['王江泾镇', '海洲街道', '经开区'])
    expect({ rest, restOwed }).toEqual({ rest: 10, restOwed: 0 })
  })

  it('takes the nearer of an owed acceptance and a step', () => {
    const both = incident('both', { acceptDue: 300, stepDue: 100 })
    const { rows } = dueNext([both], now, { largeId: null, rows: 3 })
    expect(rows[0]?.clock).toMatchObject({ kind: 'step', dueAt: at(100) })
  })

  it('leaves out what is due in more than four hours, unless an acceptance is owed', () => {
    const far = incident('far', { stepDue: 4 * 3600 + 1 })
    const near = incident('near', { stepDue: 4 * 3600 })
    const farOwed = incident('farOwed', { acceptDue: 5 * 3600 })
    const { rows, rest } = dueNext([far, near, farOwed], now, { largeId: null, rows: 9 })
    expect(rows.map(({ incident: { id } }) => id)).toEqual(['near', 'farOwed'])
    expect(rest).toBe(1)
  })

  it('counts what is owed beyond its rows', () => {
    const asked = [1, 2, 3].map((n) => incident(`a${n}`, { acceptDue: n * 60 }))
    expect(dueNext(asked, now, { largeId: null, rows: 1 })).toMatchObject({ rest: 2, restOwed: 2 })
  })
})

describe('the Ⅰ that takes over the wall', () => {
  const opened = (id: string, minutesAgo: number, sketch: Sketch) => ({
    ...incident(id, { grade: 'I', ...sketch }),
    openedAt: at(-60 * minutesAgo),
  })

  it('is a life in danger, however many graver-looking ones came later', () => {
    const grave = [opened('newer', 1, { acceptDue: 300 }), opened('life', 5, { acceptDue: 60, danger: true })]
    expect(takeoverOf(grave)?.id).toBe('life')
  })

  it('is the newest where no life is in danger, and none once all have accepted', () => {
    const grave = [opened('older', 5, { acceptDue: 60 }), opened('newer', 1, { acceptDue: 300 })]
    expect(takeoverOf(grave)?.id).toBe('newer')
    expect(takeoverOf([opened('held', 1, { danger: true }), incident('II', { grade: 'II' })])).toBeNull()
  })
})
