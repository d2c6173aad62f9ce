import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GradeView, StepName } from '#contracts/views.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { pauseStep } from './pause-step.ts'
import { readPauses } from './read-pauses.ts'
import { regradeIncident } from './regrade-incident.ts'

let room: Scenario
let incidentId: string
/** A Wednesday in July, 10:00, outside every season: grade Ⅲ by what is claimed. */
beforeEach(async () => {
  room = await openScenario('2026-07-01T02:00:00Z')
  const line = await room.feed('12345 热线', '12345')
  await line.publishes('桐乡濮院镇某某毛衫厂欠我们三十五个人三个月工资，没人管')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

const step = async (name: StepName) => (await room.onlyIncident()).steps.find((one) => one.step === name)
const due = async (name: StepName) => {
  const at = (await step(name))?.dueAt
  return at && new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 16)
}
const regrade = async (grade: GradeView) => {
  const said = { incidentId, grade, seen: 'III' as const, reason: '到场核实，在册 12 人' }
  const answer = await regradeIncident(room.contextOf(room.officer('rsj')), said)
  if (!answer.ok) throw new Error(answer.refusal.code)
}

describe('the clocks of an incident whose grade a person changes', () => {
  it('are lightened by a lower one: 到场 within four hours of the opening in place of one', async () => {
    expect(await due('on_site')).toBe('07-01T11:00')
    await room.clock.forward('20m')
    await regrade('IV')
    expect([await due('on_site'), await due('phone_report')]).toEqual(['07-01T14:00', '07-01T16:30'])
    await room.clock.forward('3h')
    expect((await step('on_site'))?.rung).toBeNull()
    await room.clock.forward('40m')
    expect((await step('on_site'))?.rung).toBe(0)
  })

  it('stay missed once they were missed', async () => {
    await room.clock.forward('1h')
    await regrade('IV')
    expect(await step('on_site')).toMatchObject({ rung: 0, dueAt: '2026-07-01T03:00:00.000Z' })
    expect(await due('written_report')).toBe('07-01T16:30')
  })

  it('are hastened by a graver one, whose limits run from now', async () => {
    await room.clock.forward('20m')
    await regrade('II')
    expect([await due('on_site'), await due('facts_verified')]).toEqual(['07-01T10:50', '07-02T10:00'])
  })

  it('end with the grade 关注, and so does a pause', async () => {
    const version = (await step('on_site'))?.version ?? 0
    const pause = { reason: '约定下午同去', signedName: '诸葛样本', reviewHours: 4 as const }
    const leader = room.contextOf(room.officer('rsj', 'leader'))
    await pauseStep(leader, { incidentId, step: 'on_site', version, ...pause })
    await regrade('watch')
    expect((await room.onlyIncident()).steps).toEqual([])
    expect(await readPauses(leader, { incidentId })).toMatchObject({
      value: [{ step: 'on_site', resumedAt: room.clock.now().toISOString(), resumedBy: null }],
    })
  })
})
