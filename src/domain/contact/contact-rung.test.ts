import { describe, expect, it } from 'vitest'
import type { Grade } from '#domain/grading/grade.ts'
import { rungsCalled } from './contact-rung.ts'

describe('who is called with a rung', () => {
  it.each<[number, Grade, string[]]>([
    [0, 'III', ['duty', 'substitute']],
    [1, 'III', ['section_head']],
    [1, 'I', ['section_head', 'group_leader']],
    [1, 'II', ['section_head', 'group_leader']],
    [2, 'II', ['deputy', 'office']],
    [3, 'I', ['leader']],
    [9, 'IV', ['leader']],
  ])('rung %i of a grade %s: %j', (rung, grade, called) => {
    expect(rungsCalled(rung, grade)).toEqual(called)
  })
})
