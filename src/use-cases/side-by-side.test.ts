import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from './accept-alert.ts'
import { recordFollowUp } from './record-follow-up.ts'
import { returnAlert } from './return-alert.ts'

let room: Scenario
let incidentId: string
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

const as = (agency: string) => room.contextOf(room.officer(agency))
const stirring = { hotter: true, spreading: false, growing: false, changing: false }
const calm = { ...stirring, hotter: false }

describe('a follow-up that changes the grade, and an acceptance at the same moment', () => {
  it('are both kept, however often they meet', { timeout: 60_000 }, async () => {
    const told: string[] = []
    for (let round = 0; round < 12; round += 1) {
      const incident = await room.onlyIncident()
      const pressed = ['rsj', 'xcb', 'zfw'].map((agency) => {
        const { id, state, version } = alertOf(incident, agency)
        const back = { alertId: id, version: version ?? 0, reason: '转由他人办理' }
        return state === 'accepted' ? returnAlert(as(agency), back) : acceptAlert(as(agency), { alertId: id })
      })
      const answers = round % 2 === 0 ? stirring : calm
      const report = { incidentId, answers, evidence: '现场人数有变化', note: null }
      const both = await Promise.all([...pressed, recordFollowUp(as('rsj'), report)])
      told.push(...both.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code])))
      await room.clock.forward('1s')
    }
    expect(told).toEqual([])
  })
})
