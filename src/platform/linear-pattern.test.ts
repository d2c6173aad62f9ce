import { describe, expect, it } from 'vitest'
import { linearPattern } from './linear-pattern.ts'

const compiled = (pattern: string) => {
  const made = linearPattern(pattern)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

describe('a pattern of the office', () => {
  it('finds every place, in order', () => {
    expect(compiled('(欠|拖)(了|着)?工资').find('欠了工资，又拖着工资')).toEqual([
      { start: 0, end: 4 },
      { start: 6, end: 10 },
    ])
  })

  it.each(['(a+)+$', '(a|aa)+$', '(.*)*x', '(?:a?){30}a{30}$'])(
    'that would backtrack for years, %s, is done at once',
    (pattern) => {
      const find = compiled(`b${pattern}`).find
      const began = performance.now()
      find(`b${'a'.repeat(100_000)}!`)
      expect(performance.now() - began).toBeLessThan(2_000)
    },
  )

  it.each([
    ['(欠薪', 3],
    ['欠[薪', 2],
    ['工资**', 3],
    ['(?=欠)薪', 1],
    ['(a{1000}){1000}', 3],
    ['欠薪\\', 3],
  ])('that cannot be read, %s, is refused with its place', (pattern, position) => {
    const made = linearPattern(pattern)
    expect(made).toMatchObject({ ok: false, refusal: { code: 'pattern_invalid', details: { position } } })
  })

  it.each(['a*', '', '(欠)?'])('that is found in everything, %s, is refused', (pattern) => {
    expect(linearPattern(pattern).ok).toBe(false)
  })
})
