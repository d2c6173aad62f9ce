import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AssignTaskInput, MoveTaskInput, TaskView } from '#contracts/tasks.ts'
import { assignTaskInput, moveTaskInput } from '#contracts/tasks.ts'
import { event } from '#store/tables/event.ts'
import { incident } from '#store/tables/incident.ts'
import { openRequiredTasks } from '#store/tasks.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { assignTask } from './assign-task.ts'
import { escalateHandling } from './escalate-handling.ts'
import { moveTask } from './move-task.ts'
import { readHandling } from './read-handling.ts'
import { readTask, readTasks } from './read-tasks.ts'

let room: Scenario
let incidentId: string
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

const as = (agency: string, role: 'duty' | 'leader' | 'office' = 'duty') =>
  room.contextOf(room.officer(agency, role))
const assign = (more: Partial<AssignTaskInput> = {}, agency = 'rsj') =>
  assignTask(
    as(agency),
    assignTaskInput.parse({ incidentId, kind: 'count_workers', agency: 't330483', ...more }),
  )
const move = (agency: string, task: TaskView, more: Partial<MoveTaskInput>) =>
  moveTask(as(agency), moveTaskInput.parse({ taskId: task.id, version: task.version, move: 'sign', ...more }))
const given = <Value>(
  answer: { ok: true; value: Value } | { ok: false; refusal: { code: string } },
): Value => {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const handling = async () => given(await readHandling(as('rsj'), { incidentId }))
const told = (name: string) => room.db.$count(event, and(eq(event.name, name as 'task.overdue')))

describe('交办', () => {
  it('takes what to do, by when and on which sentence from the checklist, and numbers the paper', async () => {
    const task = given(await assign())
    expect(task).toMatchObject({
      agency: 't330483',
      year: 2026,
      count: 1,
      state: 'assigned',
      required: true,
      dueAt: '2026-11-23T07:00:00.000Z',
      signDueAt: '2026-11-23T06:30:00.000Z',
      assignedBy: { post: 'rsj duty', agency: 'rsj' },
    })
    expect(task.what).toContain('清点人数')
    expect(task.basis).toContain('要立即组织调查处理')
    expect(given(await assign({ kind: 'check_deposit', agency: 'rsj' })).count).toBe(2)
    expect((await handling()).proposals.map(({ kind }) => kind)).not.toContain('count_workers')
  })

  it('numbers without a gap when twenty press at once, and assigns one thing to one agency once', async () => {
    const kinds = ['count_workers', 'find_employer', 'contact_landlord', 'check_deposit']
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, press) => assign({ kind: kinds[press % 4] ?? '', agency: 'rsj' })),
    )
    const counts = answers.flatMap((one) => (one.ok ? [one.value.count] : []))
    expect(counts.sort()).toEqual([1, 2, 3, 4])
    const refused = answers.flatMap((one) => (one.ok ? [] : [one.refusal.code]))
    expect(new Set(refused)).toEqual(new Set(['already_assigned']))
  })

  it('keeps no personal data that was typed', async () => {
    const due = { dueAt: '2026-11-23T08:00:00.000Z', agency: 'rsj' }
    const typed = await assign({
      kind: 'other',
      what: '联系人：诸葛样本，电话199 0000 0000，问清欠薪',
      ...due,
    })
    expect(given(typed).what).not.toMatch(/样本|0000/)
  })

  it.each<[string, Partial<AssignTaskInput>, string, string]>([
    ['an agency nobody knows', { agency: 'nowhere' }, 'rsj', 'unknown_agency'],
    ['a kind the checklist does not have', { kind: 'dance' }, 'rsj', 'no_such_task_kind'],
    [
      'another task without words',
      { kind: 'other', dueAt: '2026-11-23T08:00:00.000Z' },
      'rsj',
      'not_understood',
    ],
    ['another task without a day', { kind: 'other', what: '查用电' }, 'rsj', 'not_understood'],
    ['a deadline gone by', { dueAt: '2026-11-22T08:00:00.000Z' }, 'rsj', 'due_in_past'],
    ['an officer of another territory', {}, 't330482', 'not_your_agency'],
    [
      'an incident that is not there',
      { incidentId: '00000000-0000-4000-8000-000000000000' },
      'rsj',
      'no_such_incident',
    ],
  ])('is refused for %s', async (_name, more, agency, code) => {
    expect(await assign(more, agency)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('is refused once the incident is closed', async () => {
    await room.db.update(incident).set({ state: 'closed' }).where(eq(incident.id, incidentId))
    expect(await assign()).toMatchObject({ refusal: { code: 'not_open' } })
  })
})

describe('from 签收 to 审核', () => {
  it('goes there, is returned with a reason, goes there again, and each act is told once', async () => {
    const assigned = given(await assign())
    const signed = given(await move('t330483', assigned, {}))
    const reported = given(await move('t330483', signed, { move: 'report', note: '到场 38 人，均未签字' }))
    expect(await openRequiredTasks(room.db, incidentId)).toHaveLength(1)
    const returned = given(await move('rsj', reported, { move: 'return', note: '金额未报' }))
    expect(returned).toMatchObject({ state: 'in_hand', returns: 1 })
    const again = given(await move('t330483', returned, { move: 'report', note: '38 人，65.4 万元' }))
    const done = given(await move('rsj', again, { move: 'accept' }))
    expect(done).toMatchObject({ state: 'done', feedback: '38 人，65.4 万元' })
    expect(await openRequiredTasks(room.db, incidentId)).toEqual([])
    const names = (await room.db.select().from(event))
      .map(({ name }) => name)
      .filter((one) => one.startsWith('task'))
    expect(names).toEqual([
      'task.assigned',
      'task.signed',
      'task.reported',
      'task.returned',
      'task.reported',
      'task.accepted',
    ])
  })

  it('has one winner when two officers of the unit sign at once; the other is told the state', async () => {
    const task = given(await assign())
    const both = await Promise.all([move('t330483', task, {}), move('t330483', task, {})])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const [lost] = both.flatMap((one) => (one.ok ? [] : [one.refusal]))
    expect(lost).toMatchObject({ code: 'wrong_state', details: { state: 'in_hand' } })
  })

  it.each<[string, string, Partial<MoveTaskInput>, string]>([
    ['another unit signs', 'gaj', {}, 'not_your_agency'],
    ['the assigner signs for the unit', 'rsj', {}, 'not_your_agency'],
    ['the unit checks its own work', 't330483', { move: 'accept' }, 'not_your_agency'],
    ['the picture is old', 't330483', { version: 9 }, 'stale_version'],
    ['it is reported before it is signed', 't330483', { move: 'report', note: '已办' }, 'wrong_state'],
    ['the task is not there', 't330483', { taskId: '00000000-0000-4000-8000-000000000000' }, 'no_such_task'],
  ])('is refused when %s', async (_name, agency, more, code) => {
    const task = given(await assign())
    expect(await move(agency, task, more)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('is nothing a process can say', async () => {
    const task = given(await assign())
    const press = moveTaskInput.parse({ taskId: task.id, version: 1, move: 'sign' })
    expect(await moveTask(room.contextOf(), press)).toMatchObject({ refusal: { code: 'role_may_not' } })
  })
})

describe('an unlicensed employer', () => {
  it('is the market regulator’s to check, off the route, and what it found comes back to the case', async () => {
    const task = given(await assign({ kind: 'unlicensed_employer', agency: 'scjg' }))
    const scjg = as('scjg')
    const list = given(await readTasks(scjg))
    expect(list.mine).toMatchObject([{ id: task.id, incident: { place: '濮院镇' } }])
    expect(await readHandling(scjg, { incidentId })).toMatchObject({ refusal: { code: 'not_your_agency' } })
    expect(given(await readTask(scjg, { taskId: task.id })).basis).toContain('依法查处无照经营行为')
    expect(await readTask(as('gaj'), { taskId: task.id })).toMatchObject({
      refusal: { code: 'not_your_agency' },
    })
    const signed = given(await move('scjg', task, {}))
    const words = { move: 'report' as const, note: '现场核查，无营业执照' }
    expect(await move('scjg', signed, words)).toMatchObject({ refusal: { code: 'outcome_needed' } })
    given(await move('scjg', signed, { ...words, outcome: 'unlicensed_transferred' }))
    const [shown] = (await handling()).tasks
    expect(shown).toMatchObject({ outcome: 'unlicensed_transferred', state: 'reported' })
    expect(given(await readTasks(as('rsj'))).assigned[0]).toMatchObject({ state: 'reported' })
  })
})

describe('a task nobody signs', () => {
  const sweepAfter = async (duration: string) => {
    await room.clock.forward(duration)
    return escalateHandling(room.contextOf())
  }

  it('is called up the ladder, one level each half hour, and rests at the leader', async () => {
    given(await assign())
    const levels: number[] = []
    for (const wait of ['29m', '1m', '30m', '30m', '30m', '5h']) {
      await sweepAfter(wait)
      levels.push((await handling()).tasks[0]?.overdueLevel ?? -1)
    }
    expect(levels).toEqual([0, 1, 2, 3, 3, 3])
    expect(await told('task.overdue')).toBe(3)
  })

  it('is told once though five processes sweep', async () => {
    given(await assign())
    await room.clock.forward('31m')
    const swept = await Promise.all(Array.from({ length: 5 }, () => escalateHandling(room.contextOf())))
    expect(swept.reduce((sum, one) => sum + one)).toBe(1)
    expect(await told('task.overdue')).toBe(1)
  })

  it('is quiet again once it is signed, until the work itself is late', async () => {
    const task = given(await assign())
    await sweepAfter('31m')
    const late = (await handling()).tasks[0]
    given(await move('t330483', { ...task, version: late?.version ?? 0 }, {}))
    expect(await sweepAfter('20m')).toBe(0)
    expect(await sweepAfter('10m')).toBe(1)
    expect((await handling()).tasks[0]).toMatchObject({ overdueLevel: 1, state: 'in_hand' })
  })

  it('is not called for an incident that is closed', async () => {
    given(await assign())
    await room.db.update(incident).set({ state: 'closed' }).where(eq(incident.id, incidentId))
    expect(await sweepAfter('3h')).toBe(0)
    expect(await told('task.overdue')).toBe(0)
  })
})
