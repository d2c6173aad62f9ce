import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openScenario, type Scenario } from '#testing/scenario.ts'

const realm = vi.hoisted(() => ({ REALM: 'drill' }))
vi.mock('#platform/env.ts', async (original) => {
  const module = await original<typeof import('#platform/env.ts')>()
  return { ...module, env: () => ({ ...module.env(), REALM: realm.REALM }) }
})
const { clearStage } = await import('./clear-stage.ts')

describe('a new start of the drill', () => {
  let room: Scenario
  beforeAll(async () => {
    room = await openScenario()
    const forum = await room.feed('演练论坛')
    await forum.publishes('桐乡濮院示例恒远针织厂老板跑路，26个工友工资没着落')
  })
  afterAll(() => room.drop())

  it('refuses outside the drill realm and leaves everything as it is', async () => {
    realm.REALM = 'real'
    await expect(clearStage(room.contextOf())).rejects.toThrow('drill')
    expect((await room.board()).incidents).toHaveLength(1)
    realm.REALM = 'drill'
  })

  it('begins with an empty wall and silent ladders', async () => {
    await clearStage(room.contextOf())
    expect((await room.board()).incidents).toEqual([])
    await room.clock.forward('2h')
    expect((await room.board()).incidents).toEqual([])
  })
})
