import { describe, expect, it } from 'vitest'
import {
  addDays,
  admitProceeding,
  asideStages,
  dateStage,
  endedBy,
  nextStage,
  type ProceedingDates,
  type ProceedingKind,
} from './proceeding.ts'

const today = '2026-11-23'
const filed: ProceedingDates = { filed: '2026-11-10' }
const accepted: ProceedingDates = { ...filed, accepted: '2026-11-12' }
const hearing: ProceedingDates = { ...accepted, hearing: '2026-12-01' }
const ruled: ProceedingDates = { ...hearing, heard: '2026-12-01', ruled: '2026-12-20' }
const served: ProceedingDates = {
  applied: '2026-10-20',
  accepted: '2026-10-22',
  issued: '2026-11-03',
  served: '2026-11-08',
}

describe('a proceeding', () => {
  it.each<[string, ProceedingDates, { stage: string; on: string }, string | null]>([
    ['its first stage', {}, { stage: 'filed', on: today }, null],
    ['the next on the same day', filed, { stage: 'accepted', on: '2026-11-10' }, null],
    ['a hearing that lies ahead', accepted, { stage: 'hearing', on: '2026-12-01' }, null],
    ['the hearing anew, while it was not held', hearing, { stage: 'hearing', on: '2026-12-08' }, null],
    ['the extension, hearing set or not', accepted, { stage: 'extended', on: today }, null],
    ['a stage that skips one', filed, { stage: 'hearing', on: today }, 'stage_skipped'],
    ['a stage before the one before', filed, { stage: 'accepted', on: '2026-11-09' }, 'stage_order'],
    ['a stage of tomorrow', {}, { stage: 'filed', on: '2026-11-24' }, 'day_in_the_future'],
    ['a ruling of tomorrow', hearing, { stage: 'heard', on: '2026-11-24' }, 'day_in_the_future'],
    ['a stage twice', filed, { stage: 'filed', on: today }, 'stage_dated'],
    ['a hearing after the ruling', ruled, { stage: 'hearing', on: '2026-12-21' }, 'stage_dated'],
    ['an extension before acceptance', filed, { stage: 'extended', on: today }, 'stage_skipped'],
    ['an extension after the ruling', ruled, { stage: 'extended', on: today }, 'stage_passed'],
    ['a stage of another kind', filed, { stage: 'issued', on: today }, 'no_such_stage'],
  ])('dates %s', (_, dates, asked, code) => {
    const answer = dateStage('arbitration', dates, { ...asked, today })
    expect(answer.ok ? null : answer.refusal.code).toBe(code)
  })

  it.each<[string, ProceedingKind, ProceedingDates, string | null, string | null]>([
    ['acceptance in five days of filing', 'arbitration', filed, 'accepted', '2026-11-15'],
    ['a ruling in 45 days of acceptance, not of filing', 'arbitration', accepted, 'ruled', '2026-12-27'],
    [
      'fifteen days more where it was extended',
      'arbitration',
      { ...accepted, extended: '2026-12-20' },
      'ruled',
      '2027-01-11',
    ],
    ['what came of a hearing, on its day', 'arbitration', hearing, 'heard', '2026-12-01'],
    ['nothing before anything was filed', 'arbitration', {}, null, null],
    [
      'a payment order in 15 days of acceptance',
      'payment_order',
      { applied: '2026-11-01', accepted: '2026-11-04' },
      'issued',
      '2026-11-19',
    ],
    ['what came of the time to object', 'payment_order', served, 'effective', '2026-11-24'],
  ])('owes %s', (_, kind, dates, due, dueOn) => {
    expect(nextStage(kind, dates, '2026-11-01')).toMatchObject({ due, dueOn, overdue: false })
    if (dueOn) {
      expect(nextStage(kind, dates, dueOn)).toMatchObject({ overdue: false })
      expect(nextStage(kind, dates, addDays(dueOn, 1))).toMatchObject({ overdue: true })
    }
  })

  it('says what may be dated beside the next stage, and nothing once it is through', () => {
    expect(asideStages('arbitration', accepted)).toEqual(['extended'])
    expect(asideStages('arbitration', hearing)).toEqual(['hearing', 'extended'])
    expect(asideStages('arbitration', ruled)).toEqual([])
    expect(nextStage('arbitration', ruled, today)).toBeNull()
  })

  it('goes on from an entry that was made before hearings were set ahead', () => {
    expect(nextStage('arbitration', { ...accepted, heard: '2026-11-20' }, today)).toMatchObject({
      stage: 'ruled',
    })
    expect(nextStage('payment_order', { applied: '2026-11-01', issued: '2026-11-09' }, today)).toMatchObject({
      stage: 'served',
    })
  })

  it('asks for both conditions before advance enforcement, and for none elsewhere', () => {
    expect(admitProceeding('advance_enforcement', { factsClear: true, hardship: false })).toMatchObject({
      refusal: { code: 'conditions_missing' },
    })
    expect(admitProceeding('advance_enforcement', { factsClear: true, hardship: true }).ok).toBe(true)
    expect(admitProceeding('arbitration', { factsClear: false, hardship: false }).ok).toBe(true)
  })

  it('counts days over the end of a year', () => {
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02')
  })
})

describe('a payment order', () => {
  const date = (dates: ProceedingDates, stage: string, on: string) =>
    dateStage('payment_order', dates, { stage, on, today: '2026-12-31' })

  it('takes effect only when the fifteen days to object are over', () => {
    expect(date(served, 'effective', '2026-11-23')).toMatchObject({
      refusal: { code: 'objection_runs', details: { on: '2026-11-23' } },
    })
    expect(date(served, 'effective', '2026-11-24')).toMatchObject({ ok: true })
  })

  it('lapses by an objection in time, and nothing follows', () => {
    expect(date(served, 'objected', '2026-11-24')).toMatchObject({ refusal: { code: 'objection_over' } })
    const lapsed = date(served, 'objected', '2026-11-23')
    if (!lapsed.ok) throw new Error(lapsed.refusal.code)
    expect(endedBy('payment_order', lapsed.value)).toBe('objected')
    expect(nextStage('payment_order', lapsed.value, today)).toBeNull()
    expect(date(lapsed.value, 'effective', '2026-11-24')).toMatchObject({ refusal: { code: 'stage_passed' } })
  })

  it('that took effect is no longer objected to', () => {
    const effective = { ...served, effective: '2026-11-24' }
    expect(date(effective, 'objected', '2026-11-23')).toMatchObject({ refusal: { code: 'stage_passed' } })
    expect(date(effective, 'enforced', '2026-11-25')).toMatchObject({ ok: true })
  })
})
