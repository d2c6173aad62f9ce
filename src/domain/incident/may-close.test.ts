import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grade } from '#domain/grading/grade.ts'
import { closingChecklist } from './closing-checklist.ts'
import { type ClosingState, closingLines, outcomeOf, unmetToClose } from './may-close.ts'

const done: ClosingState = {
  ...{ grade: 'II', online: true, verified: 'true', settled: 'paid', answered: true },
  ...{ dangerStands: false, supervisionOpen: false, releasesOpen: 0, tasksOpen: 0, stepsOwed: [] },
}
const unmet = (more: Partial<ClosingState>) => unmetToClose({ ...done, ...more }).map(({ item }) => item)

describe('closing an incident', () => {
  it.each<[string, Partial<ClosingState>, string[]]>([
    ['everything is done', {}, []],
    ['nobody has verified', { verified: null }, ['facts_verified', 'paid_or_planned']],
    ['it could not be verified', { verified: null, settled: null }, ['facts_verified', 'paid_or_planned']],
    ['wages are owed', { settled: null }, ['paid_or_planned']],
    ['a plan is signed', { settled: 'plan' }, []],
    ['it was untrue', { verified: 'untrue', settled: null }, []],
    ['the public claim has no answer', { answered: false }, ['answered']],
    ['nobody claimed in public', { answered: false, online: false }, []],
    ['a life is in danger', { dangerStands: true }, ['danger_over']],
    ['it is supervised', { supervisionOpen: true }, ['supervision_over']],
    ['a request waits', { releasesOpen: 1 }, ['releases_over']],
    ['a task is open', { tasksOpen: 2 }, ['tasks_done']],
    ['nobody was there', { stepsOwed: ['on_site'] }, ['on_site']],
    ['a report of grade Ⅱ is owed', { stepsOwed: ['written_report'] }, ['written_report']],
    ['a report a grade Ⅳ does not owe', { grade: 'IV', stepsOwed: ['written_report'] }, []],
  ])('%s', (_, more, items) => {
    expect(unmet(more)).toEqual(items)
  })

  it('names every unmet condition at once', () => {
    expect(unmet({ verified: null, answered: false, dangerStands: true, tasksOpen: 1 })).toEqual([
      'facts_verified',
      'paid_or_planned',
      'answered',
      'danger_over',
      'tasks_done',
    ])
  })

  it('asks more of a graver grade, never less', () => {
    const grades: Grade[] = ['watch', 'IV', 'III', 'II', 'I']
    for (const [at, grade] of grades.entries()) {
      const lighter = grades[at - 1]
      if (lighter)
        expect(closingChecklist[grade]).toEqual(expect.arrayContaining([...closingChecklist[lighter]]))
    }
  })

  it('is never possible while a track is open, whatever else is so', () => {
    const any = fc.record<ClosingState>({
      grade: fc.constantFrom<Grade>('I', 'II', 'III', 'IV', 'watch'),
      online: fc.boolean(),
      verified: fc.constantFrom('true', 'partly', 'untrue', null),
      settled: fc.constantFrom('paid', 'plan', null),
      answered: fc.boolean(),
      dangerStands: fc.boolean(),
      supervisionOpen: fc.boolean(),
      releasesOpen: fc.nat(2),
      tasksOpen: fc.nat(2),
      stepsOwed: fc.subarray(['on_site', 'phone_report', 'written_report', 'follow_up']),
    })
    fc.assert(
      fc.property(any, (state) => {
        if (unmetToClose(state).length > 0) return true
        const offline = state.verified === 'untrue' || (state.verified !== null && state.settled !== null)
        return offline && (!state.online || state.answered) && outcomeOf(state) !== null
      }),
    )
  })

  it('counts what is open', () => {
    const line = closingLines({ ...done, tasksOpen: 3 }).find(({ item }) => item === 'tasks_done')
    expect(line).toEqual({ item: 'tasks_done', met: false, count: 3 })
  })
})
