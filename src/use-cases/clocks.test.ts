import { desc, eq, inArray } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventData, EventName } from '#contracts/events.ts'
import type { StepName } from '#contracts/views.ts'
import { lockIncident, updateIncident } from '#store/incidents.ts'
import { event } from '#store/tables/event.ts'
import { incident } from '#store/tables/incident.ts'
import { incidentStep, stepPause } from '#store/tables/step.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { closeClocks, reopenClocks } from './close-clocks.ts'
import { finishStep } from './finish-step.ts'
import { pauseStep } from './pause-step.ts'
import { readIncident } from './read-incident.ts'
import { readPauses } from './read-pauses.ts'
import { recordFollowUp } from './record-follow-up.ts'
import { recordStep } from './record-step.ts'
import { resumeStep } from './resume-step.ts'
import { sweepClocks } from './sweep-clocks.ts'

let room: Scenario
let incidentId: string
/** Monday 23 November 2026, 14:00, in the joint-office season. Claimed online, so public words are owed. */
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

const as = (agency: string, role: 'duty' | 'leader' | 'office' = 'duty') =>
  room.contextOf(room.officer(agency, role))
const step = async (name: StepName) => {
  const found = (await room.onlyIncident()).steps.find((one) => one.step === name)
  if (!found) throw new Error(`there is no ${name}`)
  return found
}
const clock = (at: string | undefined) =>
  at && new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 16)
async function told<N extends EventName>(...names: N[]): Promise<EventData<N>[]> {
  const rows = await room.db.select().from(event).where(inArray(event.name, names)).orderBy(event.id)
  return rows.map(({ data }) => data as EventData<N>)
}
const pause = async (name: StepName, more: object = {}, who = as('rsj', 'leader')) =>
  pauseStep(who, {
    incidentId,
    step: name,
    version: (await step(name)).version ?? 0,
    reason: '法院已受理，等待开庭',
    signedName: '诸葛样本',
    reviewHours: 24,
    ...more,
  })
const resume = async (name: StepName, who = as('rsj', 'leader')) =>
  resumeStep(who, { incidentId, step: name, version: (await step(name)).version ?? 0 })

describe('an incident of grade Ⅲ that was told of in public', () => {
  it('runs under every clock of its grade from the first second', async () => {
    const { grade, steps } = await room.onlyIncident()
    expect(grade).toBe('III')
    expect(Object.fromEntries(steps.map((one) => [one.step, clock(one.dueAt)]))).toEqual({
      phone_report: '11-23T15:00',
      on_site: '11-23T15:00',
      written_report: '11-23T16:00',
      first_response: '11-23T18:00',
      follow_up: '11-23T18:00',
      facts_verified: '11-24T14:00',
      authoritative_word: '11-25T14:00',
      // A week, because the season is on.
      paid_or_planned: '11-30T14:00',
    })
    expect(steps.every(({ provisional, rung }) => !provisional && rung === null)).toBe(true)
  })
})

describe('a step that is missed', () => {
  it('is told once, then climbs its own ladder, and stops with the step', async () => {
    await room.clock.forward('59m')
    expect(await told('step.missed')).toEqual([])
    await room.clock.forward('1m')
    expect(await told('step.missed')).toMatchObject([
      { step: { step: 'on_site', rung: 0 }, owners: ['t330483'], groupLeader: false },
      { step: { step: 'phone_report', rung: 0 }, owners: ['rsj', 't330483'] },
    ])
    await room.clock.forward('1h')
    const escalated = (await told('step.escalated')).map((one) => [one.step.step, one.rung])
    expect(escalated).toEqual([
      ['on_site', 1],
      ['phone_report', 1],
    ])
    await recordStep(as('t330483'), { incidentId, step: 'on_site', note: null })
    await room.clock.forward('2h')
    const further = (await told('step.escalated')).filter((one) => one.step.step === 'on_site')
    expect(further.map(({ rung }) => rung)).toEqual([1])
    const top = (await told('step.escalated')).find(({ rung }) => rung === 3)
    expect(top).toMatchObject({ step: { step: 'phone_report' }, proposesSupervision: true })
  })

  it('is told once by five sweeps at a time', async () => {
    const later = { ...room.contextOf(), now: new Date(room.clock.now().getTime() + 3_600_000) }
    const called = await Promise.all(Array.from({ length: 5 }, () => sweepClocks(later)))
    expect(called.reduce((sum, one) => sum + one)).toBe(2)
    expect(await told('step.missed')).toHaveLength(2)
    expect(await sweepClocks(later)).toBe(0)
  })

  it('stands in the timeline with the rung that was called', async () => {
    await room.clock.forward('2h')
    const read = await readIncident(as('rsj'), { incidentId })
    if (!read.ok) throw new Error(read.refusal.code)
    const lines = read.value.timeline.filter(({ name }) => name.startsWith('step.'))
    expect(lines.map(({ name, details }) => [name, details.step, details.rung])).toContainEqual([
      'step.escalated',
      'on_site',
      1,
    ])
  })
})

describe('a follow-up report', () => {
  const calm = { hotter: false, spreading: false, growing: false, changing: false }
  const report = () =>
    recordFollowUp(as('rsj'), { incidentId, answers: calm, evidence: '现场平稳', note: null })

  it('makes the next one due; each is told', async () => {
    await room.clock.forward('3h')
    expect(await report()).toMatchObject({ ok: true })
    expect(await step('follow_up')).toMatchObject({ round: 2, doneAt: null, rung: null })
    expect(clock((await step('follow_up')).dueAt)).toBe('11-23T21:00')
    await room.clock.forward('1h')
    await report()
    expect((await told('step.done')).map((one) => [one.step.round, one.next?.round])).toEqual([
      [1, 2],
      [2, 3],
    ])
  })
})

describe('what is proved elsewhere', () => {
  it.each(['facts_verified', 'first_response', 'authoritative_word', 'follow_up'] as const)(
    '%s is not recorded by hand',
    async (name) => {
      const agency = name === 'facts_verified' || name === 'follow_up' ? 'rsj' : 'xcb'
      expect(await recordStep(as(agency), { incidentId, step: name, note: null })).toMatchObject({
        refusal: { code: 'not_recorded_by_hand' },
      })
    },
  )

  it('is finished in the transaction of what proves it, or not at all', async () => {
    const by = { post: '核实人', agency: 'rsj' }
    const finish = (fails: boolean) =>
      room.db.transaction(async (tx) => {
        const done = await finishStep(as('rsj'), tx, { incidentId, step: 'facts_verified', note: null }, by)
        if (fails) throw new Error('the verification could not be saved')
        return done
      })
    await expect(finish(true)).rejects.toThrow()
    expect(await step('facts_verified')).toMatchObject({ doneAt: null })
    expect(await finish(false)).toMatchObject({ ok: true, value: { step: { doneBy: by } } })
    expect(await finish(false)).toMatchObject({ refusal: { code: 'already_done' } })
  })
})

describe('a paused clock', () => {
  const leader = { post: 'rsj leader', agency: 'rsj' }
  it('calls nobody, and is due later by as long as it was paused', async () => {
    await room.clock.forward('30m')
    expect(await pause('on_site')).toMatchObject({ ok: true })
    await room.clock.forward('3h')
    expect((await told('step.missed')).map((one) => one.step.step)).not.toContain('on_site')
    expect(await resume('on_site')).toMatchObject({
      ok: true,
      value: { pausedAt: null, pausedSeconds: 10_800 },
    })
    expect(clock((await step('on_site')).dueAt)).toBe('11-23T18:00')
    await room.clock.forward('30m')
    expect((await told('step.missed')).map((one) => one.step.step)).toContain('on_site')
    expect(await told('step.resumed')).toMatchObject([
      { rule: 'by_hand', seconds: 10_800, by: leader, pausedBy: leader, reason: '法院已受理，等待开庭' },
    ])
  })

  it('names reason and official; the name stays with the pause, the log has the post', async () => {
    await pause('paid_or_planned', { reason: '当事人电话 19900000000，等待开庭' })
    const [row] = await room.db.select().from(stepPause)
    expect(row).toMatchObject({ signedName: '诸葛样本', pausedBy: { agency: 'rsj' } })
    expect(row?.reason).not.toContain('19900000000')
    const log = await room.db.select().from(event).orderBy(desc(event.id)).limit(1)
    expect(log[0]).toMatchObject({ name: 'step.paused', data: { by: leader, reason: row?.reason } })
    await resume('paid_or_planned')
    expect(JSON.stringify(await room.db.select().from(event))).not.toContain('诸葛样本')
    expect(await readPauses(as('rsj'), { incidentId })).toMatchObject({
      value: [{ signedName: '诸葛样本', step: 'paid_or_planned', resumedBy: { agency: 'rsj' } }],
    })
    expect(await readPauses(as('slj'), { incidentId })).toMatchObject({
      refusal: { code: 'not_your_agency' },
    })
  })

  it('is paused once; who comes second or saw an older state is told', async () => {
    const both = await Promise.all([pause('on_site'), pause('on_site')])
    expect(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort()).toEqual(['ok', 'paused_already'])
    expect(await resumeStep(as('rsj'), { incidentId, step: 'on_site', version: 1 })).toMatchObject({
      refusal: { code: 'changed_meanwhile' },
    })
    expect(await resume('on_site', as('t330483'))).toMatchObject({ ok: true })
    expect(await resume('on_site')).toMatchObject({ refusal: { code: 'not_paused' } })
    expect(await pause('on_site', { version: 1 })).toMatchObject({ refusal: { code: 'changed_meanwhile' } })
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['a duty officer', () => pause('on_site', {}, as('rsj')), 'role_may_not'],
    ['a leader of another track', () => pause('on_site', {}, as('xcb', 'leader')), 'not_your_agency'],
    ['our own process', () => pause('on_site', {}, room.contextOf()), 'role_may_not'],
    ['a step that is not there', () => pause('on_site', { step: 'final_report' }), 'no_such_step'],
    [
      'an incident that is not there',
      () => pause('on_site', { incidentId: '00000000-0000-4000-8000-000000000000' }),
      'no_such_incident',
    ],
  ])('is refused to %s', async (_, act, code) => {
    expect(await act()).toMatchObject({ ok: false, refusal: { code } })
  })

  it('runs again by itself when a life is in danger, or the grade no longer lets it wait', async () => {
    await pause('paid_or_planned')
    await pause('on_site')
    await room.db.update(incident).set({ grade: 'II' }).where(eq(incident.id, incidentId))
    await sweepClocks(room.contextOf())
    expect((await told('step.resumed')).map((one) => [one.step.step, one.rule])).toEqual([
      ['on_site', 'cannot_pause_on_site'],
    ])
    await room.db
      .update(incident)
      .set({ danger: ['height'] })
      .where(eq(incident.id, incidentId))
    await sweepClocks(room.contextOf())
    expect((await told('step.resumed')).at(-1)).toMatchObject({ rule: 'cannot_pause_danger', by: null })
    expect(await pause('follow_up')).toMatchObject({ refusal: { code: 'cannot_pause_danger' } })
    expect((await room.db.select().from(stepPause)).every(({ resumedAt }) => resumedAt !== null)).toBe(true)
  })

  it('ends when the step is done', async () => {
    await pause('on_site')
    await room.clock.forward('20m')
    await recordStep(as('t330483'), { incidentId, step: 'on_site', note: null })
    expect(await step('on_site')).toMatchObject({ pausedAt: null, pausedSeconds: 1_200 })
    expect((await room.db.select().from(stepPause))[0]?.resumedAt).toEqual(room.clock.now())
  })
})

describe('closing', () => {
  const close = () =>
    room.db.transaction(async (tx) => {
      const one = await lockIncident(tx, incidentId)
      if (!one) throw new Error('not there')
      const closed = { ...one, state: 'closed' as const, closedAt: room.clock.now() }
      await updateIncident(tx, closed)
      return closeClocks(room.contextOf(), tx, closed)
    })
  const rows = async () => {
    const all = await room.db.select().from(incidentStep).where(eq(incidentStep.incidentId, incidentId))
    return new Map(all.map((one) => [one.step, one]))
  }

  it('stops every clock, ends every pause and starts the final report, which is missed like any other', async () => {
    await pause('paid_or_planned')
    expect(await close()).toMatchObject([{ name: 'step.started', data: { step: 'final_report' } }])
    await room.clock.forward('2d')
    expect((await told('step.missed')).map((one) => one.step.step)).toEqual(['final_report'])
    expect((await rows()).get('paid_or_planned')).toMatchObject({ pausedAt: null, nextStepAt: null })
    expect((await room.db.select().from(stepPause)).every(({ resumedAt }) => resumedAt !== null)).toBe(true)
    expect(await recordStep(as('rsj'), { incidentId, step: 'final_report', note: '已报' })).toMatchObject({
      ok: true,
    })
  })

  it('taken back runs on: the facts and the payment are owed anew, the rest stays done', async () => {
    await recordStep(as('t330483'), { incidentId, step: 'on_site', note: null })
    await recordStep(as('rsj'), { incidentId, step: 'paid_or_planned', note: null })
    await close()
    await room.clock.forward('1d')
    await room.db.transaction(async (tx) => {
      const one = await lockIncident(tx, incidentId)
      if (one) await updateIncident(tx, { ...one, state: 'open', closedAt: null })
      if (one) await reopenClocks(room.contextOf(), tx, one)
    })
    const steps = await rows()
    expect(steps.get('final_report')).toBeUndefined()
    expect(steps.get('on_site')?.doneAt).not.toBeNull()
    expect(steps.get('paid_or_planned')).toMatchObject({ doneAt: null, round: 2 })
    expect(steps.get('follow_up')?.nextStepAt).toEqual(new Date(room.clock.now().getTime() + 4 * 3_600_000))
  })
})
