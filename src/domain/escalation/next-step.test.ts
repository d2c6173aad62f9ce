import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Alert, raiseAlert, topRung } from '#domain/alert/alert.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { type Climb, climbByHand, leaveEmptyRung, nextStep } from './next-step.ts'
import type { Reaches } from './reach.ts'

const start = new Date('2026-11-23T06:00:00Z')
const grade = fc.constantFrom<Grade>('I', 'II', 'III', 'IV', 'watch')
const emptyRungs = fc.uniqueArray(fc.integer({ min: 0, max: topRung }), { maxLength: 4 })
/** Waits between sweeps, and a person who calls the next rung now and then. */
const acts = fc.array(
  fc.record({ wait: fc.integer({ min: 1_000, max: 2 * 86_400_000 }), byHand: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
)

const reachesBut = (empty: number[]): Reaches => {
  return (_, rung) => (empty.includes(rung) ? 'nobody' : 'somebody')
}

function play(graded: Grade, empty: number[], steps: { wait: number; byHand: boolean }[]) {
  const climbing = { grade: graded, posts: 3, reaches: reachesBut(empty) }
  let alert: Alert = raiseAlert('a', 'i', 'xcb', graded, start)
  let now = start
  const climbs: Climb[] = []
  const take = (climb: Climb | null) => {
    if (!climb) return
    climbs.push(climb)
    alert = climb.alert
  }
  for (const { wait, byHand } of steps) {
    take(leaveEmptyRung(alert, climbing, now))
    now = new Date(now.getTime() + wait)
    if (byHand) take(climbByHand(alert, climbing, now))
    take(nextStep(alert, climbing, now))
  }
  return { alert, climbs, called: [0, ...climbs.flatMap(({ called }) => called)] }
}

describe('a ladder with rungs that reach nobody', () => {
  it('skips none of them, whoever calls and whenever the sweeps come', () => {
    fc.assert(
      fc.property(grade, emptyRungs, acts, (graded, empty, steps) => {
        const { called } = play(graded, empty, steps)
        expect(called).toEqual(called.map((_, index) => index))
      }),
      { numRuns: 1_000 },
    )
  })

  it('names every empty rung it called, once, and no other', () => {
    fc.assert(
      fc.property(grade, emptyRungs, acts, (graded, empty, steps) => {
        const { alert, climbs, called } = play(graded, empty, steps)
        const named = climbs.flatMap((climb) => climb.empty)
        const expected = called.filter((rung) => empty.includes(rung) && (rung > 0 || climbs.length > 0))
        expect(named.toSorted()).toEqual(expected.toSorted())
        expect([...alert.unreachable].sort()).toEqual(named.toSorted())
      }),
    )
  })

  it('never rests on an empty rung below its top', () => {
    fc.assert(
      fc.property(grade, emptyRungs, acts, (graded, empty, steps) => {
        const { alert, climbs } = play(graded, empty, steps)
        const rests = climbs.length > 0 && alert.rung < topRung
        expect(rests && empty.includes(alert.rung)).toBe(false)
      }),
    )
  })

  it('with nobody at all is called through to its top at once, and says so of each', () => {
    const alert = raiseAlert('a', 'i', 'xcb', 'III', start)
    const climb = leaveEmptyRung(alert, { grade: 'III', posts: 1, reaches: reachesBut([0, 1, 2, 3]) }, start)
    expect(climb).toMatchObject({
      called: [1, 2, 3],
      empty: [0, 1, 2, 3],
      alert: { rung: 3, nextStepAt: null, unreachable: [0, 1, 2, 3] },
    })
  })

  it('climbs by its clock where the book of contacts is not kept', () => {
    const alert = raiseAlert('a', 'i', 'xcb', 'III', start)
    const climbing = { grade: 'III' as const, posts: 1, reaches: () => 'unknown' as const }
    expect(leaveEmptyRung(alert, climbing, alert.dueAt)).toBeNull()
    expect(nextStep(alert, climbing, alert.dueAt)).toMatchObject({ called: [1], empty: [] })
  })
})

describe('a storm', () => {
  it('is a counter between two rungs: each rung remembers how many posts it was told of', () => {
    const alert = raiseAlert('a', 'i', 'xcb', 'III', start, 1)
    const climb = nextStep(alert, { grade: 'III', posts: 41, reaches: () => 'somebody' }, alert.dueAt)
    expect(alert.heardPosts).toBe(1)
    expect(climb?.alert.heardPosts).toBe(41)
  })
})
