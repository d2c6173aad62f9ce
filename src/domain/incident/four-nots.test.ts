import { describe, expect, it } from 'vitest'
import { assessNots, burning, fourNots, type NotsAssessment, newlyBurning } from './four-nots.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, minute))
const calm = { hotter: false, spreading: false, growing: false, changing: false }
const set = (before: NotsAssessment | null, answers: Partial<typeof calm>, minute: number) => {
  const answer = assessNots(before, { ...calm, ...answers }, '现场清点，人数未增', at(minute))
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

describe('四不', () => {
  it.each(fourNots)('is no follow-up without %s', (one) => {
    expect(assessNots(null, { ...calm, [one]: null }, '依据', at(0))).toMatchObject({
      refusal: { code: 'four_nots_missing', details: { count: 1 } },
    })
  })

  it('needs the sentence it rests on', () => {
    expect(assessNots(null, calm, '  ', at(0))).toMatchObject({ refusal: { code: 'evidence_needed' } })
  })

  it('keeps since when something has been happening, until it stops', () => {
    const first = set(null, { spreading: true }, 4)
    const second = set(first, { spreading: true, growing: true }, 30)
    const third = set(second, { growing: true }, 50)
    const fourth = set(third, { growing: true, spreading: true }, 55)
    expect(first.since.spreading).toEqual(at(4))
    expect(second.since).toMatchObject({ spreading: at(4), growing: at(30), hotter: null })
    expect(third.since.spreading).toBeNull()
    expect(fourth.since).toMatchObject({ spreading: at(55), growing: at(30) })
  })

  it('tells what has begun since the last report', () => {
    const first = set(null, { spreading: true }, 4)
    const second = set(first, { spreading: true, hotter: true }, 30)
    expect(newlyBurning(null, first)).toEqual(['spreading'])
    expect(newlyBurning(first, second)).toEqual(['hotter'])
    expect(burning(second)).toEqual(['hotter', 'spreading'])
  })
})
