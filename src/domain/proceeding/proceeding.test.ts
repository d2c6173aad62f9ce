import { describe, expect, it } from 'vitest'
import { addDays, admitProceeding, dateStage, nextStage, type ProceedingDates } from './proceeding.ts'

const today = '2026-11-23'
const filed: ProceedingDates = { filed: '2026-11-10' }

describe('a proceeding', () => {
  it.each<[string, ProceedingDates, { stage: string; on: string }, string | null]>([
    ['its first stage', {}, { stage: 'filed', on: today }, null],
    ['the next on the same day', filed, { stage: 'accepted', on: '2026-11-10' }, null],
    ['a stage that skips one', filed, { stage: 'heard', on: today }, 'stage_skipped'],
    ['a stage before the one before', filed, { stage: 'accepted', on: '2026-11-09' }, 'stage_order'],
    ['a stage of tomorrow', {}, { stage: 'filed', on: '2026-11-24' }, 'day_in_the_future'],
    ['a stage twice', filed, { stage: 'filed', on: today }, 'stage_dated'],
    ['a stage of another kind', filed, { stage: 'issued', on: today }, 'no_such_stage'],
  ])('dates %s', (_, dates, asked, code) => {
    const answer = dateStage('arbitration', dates, { ...asked, today })
    expect(answer.ok ? null : answer.refusal.code).toBe(code)
  })

  it('says what comes next, until when, and whether it is late', () => {
    expect(nextStage('arbitration', {}, today)).toEqual({ stage: 'filed', dueOn: null, overdue: false })
    expect(nextStage('arbitration', filed, '2026-11-15')).toEqual({
      stage: 'accepted',
      dueOn: '2026-11-15',
      overdue: false,
    })
    expect(nextStage('arbitration', filed, '2026-11-16')).toMatchObject({ overdue: true })
    expect(nextStage('confirmation', { filed: today, confirmed: today }, today)).toBeNull()
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
