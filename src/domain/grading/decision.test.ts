import { describe, expect, it } from 'vitest'
import { checkDecision, followProposal, type Graded, needsSecondPerson, standingOf } from './decision.ts'
import type { Grade, Proposal } from './grade.ts'

const proposal = (grade: Grade): Proposal => ({
  grade,
  reason: { base: grade, rule: `${grade}_unpaid`, facts: {}, modifiers: [] },
})
const word = (grade: Grade, proposed: Grade): Graded['gradeDecision'] => ({
  grade,
  proposed,
  reason: '现场核实',
  by: { post: '人社局值班员', agency: 'rsj' },
  at: '2026-11-23T06:00:00.000Z',
})
const graded = (grade: Grade, decision: Graded['gradeDecision'] = null, proposed: Grade = grade): Graded => ({
  grade,
  gradeReason: proposal(proposed).reason,
  gradeDecision: decision,
})

describe('a grade after new facts', () => {
  it.each<[string, Graded, Grade, boolean, Grade, string]>([
    ['nobody has spoken: the proposal counts', graded('III'), 'II', false, 'II', 'proposed'],
    ['a post never lowers a proposal', graded('II'), 'III', false, 'II', 'proposed'],
    ['a retelling may', graded('II'), 'III', true, 'III', 'proposed'],
    [
      'the same facts never undo a lowering',
      graded('IV', word('IV', 'II'), 'II'),
      'II',
      false,
      'IV',
      'decided',
    ],
    ['nor a raising', graded('I', word('I', 'III'), 'III'), 'III', true, 'I', 'decided'],
    ['weaker facts do not either', graded('IV', word('IV', 'II'), 'II'), 'III', true, 'IV', 'decided'],
    [
      'a graver proposal than the one seen counts at once',
      graded('IV', word('IV', 'III'), 'III'),
      'II',
      false,
      'II',
      'overtaken',
    ],
    ['but not below what was said', graded('II', word('II', 'IV'), 'IV'), 'III', false, 'II', 'decided'],
    [
      'what has counted since goes on counting',
      graded('II', word('IV', 'III'), 'II'),
      'II',
      false,
      'II',
      'overtaken',
    ],
  ])('%s', (_, known, proposed, mayFall, grade, standing) => {
    const after = followProposal(known, proposal(proposed), mayFall)
    expect(after.grade).toBe(grade)
    expect(standingOf({ ...known, ...after })).toBe(standing)
  })
})

describe('a person’s word', () => {
  it.each<[string, Graded, Grade, Grade, string | null, string]>([
    ['confirming needs no reason', graded('II'), 'II', 'II', null, 'yes'],
    ['raising needs one', graded('II'), 'I', 'II', null, 'reason_needed'],
    ['lowering needs one', graded('II'), 'III', 'II', '不', 'reason_needed'],
    ['lowering with one', graded('II'), 'III', 'II', '到场只有 3 人', 'yes'],
    [
      'about a proposal that has changed since',
      graded('II'),
      'III',
      'III',
      '到场只有 3 人',
      'facts_changed_since',
    ],
    [
      'the same word twice',
      graded('III', word('III', 'II'), 'II'),
      'III',
      'II',
      '到场只有 3 人',
      'grade_stands',
    ],
  ])('%s', (_, known, grade, seen, reason, answer) => {
    const checked = checkDecision(known, { grade, seen, reason })
    expect(checked.ok ? 'yes' : checked.refusal.code).toBe(answer)
  })

  it.each<[string, Graded, Grade, boolean]>([
    ['Ⅰ set by hand', graded('II'), 'I', true],
    ['Ⅰ lowered by hand', graded('I'), 'II', true],
    ['Ⅰ as the rules propose it', graded('I'), 'I', false],
    ['anything else', graded('II'), 'III', false],
    ['Ⅰ that was set by hand, lowered', graded('I', word('I', 'II'), 'II'), 'II', true],
  ])('takes a second person: %s – %s', (_, known, grade, second) => {
    expect(needsSecondPerson(known, grade)).toBe(second)
  })
})
