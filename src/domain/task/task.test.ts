import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termUntil } from '#domain/clock/term.ts'
import { climbOverdue, topLevel } from '#domain/escalation/overdue.ts'
import {
  assignTask,
  isOpenTask,
  legalTaskMoves,
  moveTask,
  type Task,
  type TaskMove,
  type TaskState,
  type TaskWords,
  taskMoves,
  taskRungSeconds,
  taskStates,
} from './task.ts'

const now = new Date('2026-11-23T06:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const by = { post: '桐乡市值班员', agency: 't330483' }
const none: TaskWords = { note: null, outcome: null, term: null }
const said: TaskWords = { ...none, note: '已清点 38 人' }

function assigned(kind = 'count_workers', grade: 'I' | 'II' | 'III' | 'IV' = 'III'): Task {
  const task = assignTask(
    {
      id: 't1',
      incidentId: 'i1',
      year: 2026,
      count: 12,
      kind,
      what: '到场清点人数',
      basis: null,
      required: true,
      agency: 't330483',
      assignedBy: { post: '人社局值班员', agency: 'rsj' },
      ...termUntil(later(60), now),
    },
    grade,
    now,
  )
  if (!task.ok) throw new Error(task.refusal.code)
  return task.value
}

function taskAfter(task: Task, ...moves: [TaskMove, TaskWords?][]): Task {
  return moves.reduce((one, [move, words = said]) => {
    const moved = moveTask(one, move, one.version, words, by, now)
    if (!moved.ok) throw new Error(`${move}: ${moved.refusal.code}`)
    return moved.value
  }, task)
}

describe('交办单', () => {
  it('goes 签收 → 办理 → 反馈 → 审核, and back to 办理 when it is returned', () => {
    const returned = taskAfter(assigned(), ['sign'], ['report'], ['return', { ...none, note: '金额缺' }])
    expect(returned).toMatchObject({ state: 'in_hand', returns: 1, reviewNote: '金额缺', overdueLevel: 0 })
    const done = taskAfter(returned, ['report'], ['accept', none])
    expect(done).toMatchObject({ state: 'done', nextStepAt: null, returns: 1 })
    expect(isOpenTask(done)).toBe(false)
  })

  it.each<[TaskState, TaskMove[]]>([
    ['assigned', ['sign', 'withdraw']],
    ['in_hand', ['report', 'withdraw']],
    ['reported', ['return', 'accept']],
    ['done', []],
    ['withdrawn', []],
  ])('in state %s allows %j and refuses the rest', (state, allowed) => {
    for (const move of taskMoves) {
      const moved = moveTask({ ...assigned(), state }, move, 1, said, by, now)
      expect(moved.ok, `${state} ${move}`).toBe(allowed.includes(move))
      if (!moved.ok) expect(moved.refusal).toEqual({ code: 'wrong_state', details: { state, move } })
    }
  })

  it.each<[string, Task, TaskMove, TaskWords, number, string]>([
    ['on an older picture', assigned(), 'sign', none, 7, 'stale_version'],
    ['a report without words', taskAfter(assigned(), ['sign']), 'report', none, 2, 'report_needed'],
    [
      'a return without a reason',
      taskAfter(assigned(), ['sign'], ['report']),
      'return',
      none,
      3,
      'reason_needed',
    ],
    ['a withdrawal without a reason', assigned(), 'withdraw', none, 1, 'reason_needed'],
    [
      'a return with a deadline gone by',
      taskAfter(assigned(), ['sign'], ['report']),
      'return',
      { ...said, term: termUntil(later(-1), now) },
      3,
      'due_in_past',
    ],
    [
      'an unlicensed employer reported without what was found',
      taskAfter(assigned('unlicensed_employer'), ['sign']),
      'report',
      said,
      2,
      'outcome_needed',
    ],
  ])('refuses %s', (_name, task, move, words, version, code) => {
    expect(moveTask(task, move, version, words, by, now)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('cannot be due before it is assigned', () => {
    const { dueAt: _, ...task } = assigned()
    expect(assignTask({ ...task, dueAt: now }, 'III', now)).toMatchObject({
      refusal: { code: 'due_in_past' },
    })
  })

  it('never leaves its table, whatever is pressed in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...taskMoves), { maxLength: 12 }), (presses) => {
        let task = assigned()
        for (const move of presses) {
          const moved = moveTask(task, move, task.version, said, by, now)
          if (!moved.ok) continue
          expect(legalTaskMoves[move].from).toContain(task.state)
          expect(moved.value.version).toBe(task.version + 1)
          task = moved.value
        }
        expect(taskStates).toContain(task.state)
        expect(isOpenTask(task) || task.nextStepAt === null).toBe(true)
      }),
    )
  })
})

describe('its clocks', () => {
  it.each([
    ['I', 10],
    ['II', 20],
    ['III', 30],
    ['IV', 60],
  ] as const)(
    'at grade %s the receipt is due after %d minutes, never later than the work',
    (grade, minutes) => {
      expect(assigned('count_workers', grade).signDueAt).toEqual(later(minutes))
    },
  )

  it('run for the receipt first, for the work once it is signed, and rest while it is checked', () => {
    const task = assigned()
    expect(task.nextStepAt).toEqual(later(30))
    expect(taskAfter(task, ['sign']).nextStepAt).toEqual(later(60))
    expect(taskAfter(task, ['sign'], ['report']).nextStepAt).toBeNull()
  })

  it('call one level at a time up to the leader, and count as overdue once', () => {
    let task: Task | null = assigned()
    const levels: number[] = []
    for (let at = 0; at <= 600 && task; at += 30) {
      const next: Task | null = climbOverdue(task, taskRungSeconds('III'), later(at))
      if (next) levels.push(next.overdueLevel)
      task = next ?? task
    }
    expect(levels).toEqual([1, 2, topLevel])
    expect(task).toMatchObject({ overdueTimes: 1, nextStepAt: null })
  })
})
