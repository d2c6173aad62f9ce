import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { post } from '#store/tables/post.ts'
import { source } from '#store/tables/source.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { type Intake, takeIntake } from './take-intake.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
})
afterEach(() => room.drop())

const heard: Omit<Intake, 'formId'> = {
  channel: '110',
  text: '有人说楼下聚了些人，要老板出来说话',
  place: '桐乡濮院',
  employer: '鑫达毛衫厂',
  workers: 12,
  amountYuan: 60_000,
}
const press = (intake: Intake, agency = 'rsj') => takeIntake(room.contextOf(room.officer(agency)), intake)

describe('what an officer heard', () => {
  it('opens an incident with what was stated, whatever the words are', async () => {
    expect(await press({ ...heard, formId: randomUUID() })).toEqual({ ok: true, value: { isNew: true } })
    await room.correlate()
    expect(await room.onlyIncident()).toMatchObject({
      place: { name: '濮院镇' },
      employer: '鑫达毛衫厂',
      workers: { min: 12, max: 12 },
      amountYuan: { min: 60_000, max: 60_000 },
      sources: ['值班录入'],
      online: false,
    })
  })

  it('is taken in once when pressed twice, one after the other or at once', async () => {
    const intake = { ...heard, formId: randomUUID() }
    const both = await Promise.all([press(intake), press(intake)])
    const third = await press(intake)
    const isNew = [...both, third].map((one) => one.ok && one.value.isNew)
    expect(isNew.filter(Boolean)).toHaveLength(1)
    expect(isNew[2]).toBe(false)
    expect([await room.db.$count(post), await room.db.$count(source)]).toEqual([1, 1])
  })

  it('is taken in twice from two forms', async () => {
    await press({ ...heard, formId: randomUUID() })
    await press({ ...heard, formId: randomUUID() })
    expect(await room.db.$count(post)).toBe(2)
  })

  it('is not taken from a wall', async () => {
    const wall = room.contextOf(room.officer(null, 'wall'))
    expect(await takeIntake(wall, { ...heard, formId: randomUUID() })).toMatchObject({
      ok: false,
      refusal: { code: 'role_may_not' },
    })
  })
})
