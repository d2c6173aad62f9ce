import { describe, expect, it } from 'vitest'
import { termUntil } from '#domain/clock/term.ts'
import {
  closeSupervision,
  moveSupervision,
  openSupervision,
  proposeSupervision,
  reasonsToSupervise,
  type Supervision,
  type SupervisionFacts,
  type SupervisionState,
  supervisionStates,
} from './supervision.ts'

const now = new Date('2026-11-23T06:00:00Z')
const office = { post: '领导小组办公室', agency: 'rsj' }
const unit = { post: '桐乡市值班员', agency: 't330483' }
const quiet: SupervisionFacts = {
  grade: 'III',
  gathered: false,
  people: 0,
  yuan: 0,
  timesOverdue: 0,
  ladderTop: false,
}
const order = {
  year: 2026,
  count: 3,
  unit: 't330483',
  requirement: '三日内付清',
  ...termUntil(new Date('2026-11-26T09:30:00Z'), now),
}
const said = { note: '已付清', term: null }

const given = <Value>(answer: { ok: true; value: Value } | { ok: false; refusal: { code: string } }) => {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const proposed = proposeSupervision('s1', 'i1', ['grade'], now)
const opened = given(openSupervision(proposed, 1, order, office, now))
const replied = given(moveSupervision(opened, 'reply', 2, said, unit, now))

describe('挂牌督办 is proposed', () => {
  it.each<[string, Partial<SupervisionFacts>, string[]]>([
    ['for nothing at all', {}, []],
    ['at grade Ⅱ', { grade: 'II' }, ['grade']],
    ['at grade Ⅰ', { grade: 'I' }, ['grade']],
    ['from 30 workers, with no word of a gathering', { people: 30 }, ['collective_people']],
    ['not for 29, gathered or not', { gathered: true, people: 29 }, []],
    ['from 500 000 yuan of workers who gather', { gathered: true, yuan: 500_000 }, ['collective_amount']],
    [
      'from 500 000 yuan of 30 workers',
      { people: 30, yuan: 500_000 },
      ['collective_people', 'collective_amount'],
    ],
    ['not for 500 000 yuan of a few who did not gather', { people: 3, yuan: 500_000 }, []],
    ['when twice overdue', { timesOverdue: 2 }, ['twice_overdue']],
    ['not when once', { timesOverdue: 1 }, []],
    ['when a ladder has reached its leader', { ladderTop: true }, ['ladder_top']],
  ])('%s', (_name, facts, reasons) => {
    expect(reasonsToSupervise({ ...quiet, ...facts })).toEqual(reasons)
  })

  it('with every reason that holds', () => {
    const all = {
      grade: 'I' as const,
      gathered: true,
      people: 300,
      yuan: 1e7,
      timesOverdue: 4,
      ladderTop: true,
    }
    expect(reasonsToSupervise(all)).toHaveLength(5)
  })
})

describe('a supervised case', () => {
  it('gets a number, a unit and a day; is replied to, checked, and struck off by two', () => {
    expect(opened).toMatchObject({ state: 'open', year: 2026, count: 3, nextStepAt: order.dueAt })
    expect(replied).toMatchObject({ state: 'replied', reply: '已付清', nextStepAt: null })
    const passed = given(moveSupervision(replied, 'pass', 3, { note: null, term: null }, office, now))
    const closed = given(closeSupervision(passed, office, { post: '带班领导', agency: 'zfw' }, now))
    expect(closed).toMatchObject({ state: 'closed', closedBy: office, closedWith: { agency: 'zfw' } })
  })

  it('goes back to the unit with a reason, and its clock runs again', () => {
    const later = new Date('2026-11-27T09:30:00Z')
    const returned = given(
      moveSupervision(replied, 'return', 3, { note: '缺凭证', term: termUntil(later, now) }, office, now),
    )
    expect(returned).toMatchObject({ state: 'open', returns: 1, reviewNote: '缺凭证', nextStepAt: later })
  })

  it('cannot be struck off before its check has passed', () => {
    for (const state of supervisionStates.filter((one) => one !== 'passed')) {
      expect(closeSupervision({ ...opened, state }, office, null, now)).toMatchObject({
        refusal: { code: 'wrong_state', details: { state } },
      })
    }
  })

  it.each<[string, Supervision, 'dismiss' | 'reply' | 'return' | 'pass', number, string | null, string]>([
    ['a reply before it is opened', proposed, 'reply', 1, '已办', 'wrong_state'],
    ['a check before the reply', opened, 'pass', 2, null, 'wrong_state'],
    ['an older picture', opened, 'reply', 1, '已办', 'stale_version'],
    ['a reply without words', opened, 'reply', 2, null, 'reason_needed'],
    ['a return without a reason', replied, 'return', 3, null, 'reason_needed'],
    ['a dismissal without a reason', proposed, 'dismiss', 1, null, 'reason_needed'],
  ])('refuses %s', (_name, one, move, version, note, code) => {
    expect(moveSupervision(one, move, version, { note, term: null }, office, now)).toMatchObject({
      refusal: { code },
    })
  })

  it('ends struck off or not taken up, and nowhere else', () => {
    const ends: SupervisionState[] = supervisionStates.filter((state) =>
      (['dismiss', 'reply', 'return', 'pass'] as const).every(
        (move) => !moveSupervision({ ...opened, state }, move, 2, said, office, now).ok,
      ),
    )
    expect(ends.sort()).toEqual(['closed', 'dismissed', 'passed'])
  })
})
