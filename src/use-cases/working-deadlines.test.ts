import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventData } from '#contracts/events.ts'
import { assignTaskInput, moveTaskInput } from '#contracts/tasks.ts'
import { event } from '#store/tables/event.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { assignTask } from './assign-task.ts'
import { enterDay } from './enter-day.ts'
import { escalateHandling } from './escalate-handling.ts'
import { moveSupervision } from './move-supervision.ts'
import { moveTask } from './move-task.ts'
import { openSupervision } from './open-supervision.ts'
import { proposeSupervision } from './propose-supervision.ts'
import { readCalendar } from './read-calendar.ts'
import { readHandling } from './read-handling.ts'
import { recountClocks } from './recount-clocks.ts'

let room: Scenario
let incidentId: string
/** Thursday 17 December 2026, 10:00; the days off of 2027 are not announced. */
beforeEach(async () => {
  room = await openScenario('2026-12-17T02:00:00Z')
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

const as = (agency: string, role: 'duty' | 'office' = 'duty') => room.contextOf(room.officer(agency, role))
const office = () => as('rsj', 'office')
const given = <Value>(
  answer: { ok: true; value: Value } | { ok: false; refusal: { code: string } },
): Value => {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const assign = async (more: object = {}) =>
  given(
    await assignTask(
      as('rsj'),
      assignTaskInput.parse({ incidentId, kind: 'other', agency: 'rsj', what: '核对银行代发记录', ...more }),
    ),
  )
const opened = async (more: { workingDays: number | null; dueAt: string | null }) => {
  const { id, version } = given(await proposeSupervision(office(), { incidentId }))
  const order = { supervisionId: id, version, unit: 't330483', requirement: '付清工资', ...more }
  return given(await openSupervision(office(), order))
}
const handling = async () => given(await readHandling(as('rsj'), { incidentId }))
async function told<N extends 'task.due_moved' | 'supervision.due_moved'>(name: N): Promise<EventData<N>[]> {
  const rows = await room.db.select().from(event).where(eq(event.name, name))
  return rows.map(({ data }) => data as EventData<N>)
}

describe('a deadline in working days', () => {
  it.each([
    ['over a weekend', 3, '2026-12-22T09:30:00.000Z', false],
    // Ten days would end on the 31st; 1 January is off by law, what else of that week is nobody knows yet.
    ['over a year without notice', 12, '2027-01-05T09:30:00.000Z', true],
  ])('of a task ends with office hours, %s', async (_name, workingDays, dueAt, provisional) => {
    expect(await assign({ workingDays })).toMatchObject({ dueAt, workingDays, provisional })
  })

  it('of a supervised case is the same', async () => {
    expect(await opened({ workingDays: 12, dueAt: null })).toMatchObject({
      dueAt: '2027-01-05T09:30:00.000Z',
      workingDays: 12,
      provisional: true,
    })
    const { counting, provisional } = given(await readCalendar(office(), { year: 2027 })).clocks
    expect([counting, provisional]).toEqual([1, 1])
  })

  it('of the checklist is said before it is assigned', async () => {
    const { proposals } = await handling()
    const licence = proposals.find(({ kind }) => kind === 'unlicensed_employer')
    expect(licence).toMatchObject({ workingDays: 2, dueAt: '2026-12-21T09:30:00.000Z', provisional: false })
    const task = await assign({ kind: 'unlicensed_employer', agency: 'scjg', what: null })
    expect(task.dueAt).toBe(licence?.dueAt)
  })

  it('after a return runs from then', async () => {
    const task = await assign({ workingDays: 1 })
    const step = (version: number, move: 'sign' | 'report' | 'return', more: object = {}) =>
      moveTask(as('rsj'), moveTaskInput.parse({ taskId: task.id, version, move, note: '已核', ...more }))
    given(await step(1, 'sign'))
    given(await step(2, 'report'))
    await room.clock.forward('1d')
    const returned = given(await step(3, 'return', { workingDays: 2 }))
    expect(returned).toMatchObject({ dueAt: '2026-12-22T09:30:00.000Z', workingDays: 2 })
  })

  it('must be given one way or the other', async () => {
    const { id, version } = given(await proposeSupervision(office(), { incidentId }))
    const order = { supervisionId: id, version, unit: 't330483', requirement: '付清工资' }
    expect(await openSupervision(office(), { ...order, workingDays: null, dueAt: null })).toMatchObject({
      refusal: { code: 'not_understood', details: { field: 'dueAt' } },
    })
  })
})

describe('when the calendar changes', () => {
  const dayOff = () =>
    enterDay(office(), { day: '2026-12-21', kind: 'rest', reason: '省政府通知' }).then(given)

  it('open deadlines are counted anew and each that moved is told, from when to when', async () => {
    const task = await assign({ workingDays: 3 })
    const fixed = await assign({ dueAt: '2026-12-22T09:30:00.000Z' })
    const order = await opened({ workingDays: 5, dueAt: null })
    await dayOff()
    expect(await recountClocks(room.contextOf())).toBeGreaterThan(1)
    const { tasks, supervision } = await handling()
    expect(tasks.map(({ id, dueAt, version }) => [id, dueAt, version])).toEqual([
      [task.id, '2026-12-23T09:30:00.000Z', 2],
      [fixed.id, '2026-12-22T09:30:00.000Z', 1],
    ])
    expect(supervision).toMatchObject({ id: order.id, dueAt: '2026-12-25T09:30:00.000Z' })
    const about = { from: '2026-12-22T09:30:00.000Z', to: '2026-12-23T09:30:00.000Z' }
    expect(await told('task.due_moved')).toMatchObject([{ task: { id: task.id }, ...about }])
    expect(await told('supervision.due_moved')).toMatchObject([{ to: '2026-12-25T09:30:00.000Z' }])
    expect(await recountClocks(room.contextOf())).toBe(0)
  })

  it('a ladder waits for the new day, and a reply that was given is not asked for again', async () => {
    const order = await opened({ workingDays: 3, dueAt: null })
    await dayOff()
    await recountClocks(room.contextOf())
    const at = (instant: string) => ({ ...room.contextOf(), now: new Date(instant) })
    expect(await escalateHandling(at('2026-12-22T10:00:00Z'))).toBe(0)
    expect(await escalateHandling(at('2026-12-23T10:00:00Z'))).toBe(1)
    const replied = { supervisionId: order.id, version: 2 + 1, move: 'reply' as const, note: '已付清' }
    given(await moveSupervision(as('t330483'), { ...replied, dueAt: null, workingDays: null }))
    await enterDay(office(), { day: '2026-12-22', kind: 'rest', reason: '省政府通知' }).then(given)
    await recountClocks(room.contextOf())
    expect(await escalateHandling(at('2027-01-23T10:00:00Z'))).toBe(0)
  })
})
