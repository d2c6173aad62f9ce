import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Season } from '#domain/clock/season.ts'
import { refreshIncidentRules } from '#store/incident-rules.ts'
import { seedResponse } from '#store/response-rules.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { proposeSupervisions } from './propose-supervision.ts'
import { readBoard } from './read-board.ts'
import { readResponse } from './read-response.ts'
import { readSeasons } from './read-seasons.ts'
import { rollBackEdition } from './roll-back-edition.ts'
import { saveEdition } from './save-edition.ts'
import { startTransfer } from './start-transfer.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario('2026-07-14T02:00:00Z')
  await refreshIncidentRules(room.db)
})
afterEach(() => room.drop())

const office = () => room.contextOf(room.officer('rsj', 'office'))
const claim = (place: string) => `${place}一家毛衫厂欠我们三十五个人三个月工资，没人管`

describe('special periods, entered by the office', () => {
  const summit: Season = { key: 'wuzhen_summit', from: '2026-07-10', to: '2026-07-20', lift: 1 }

  it('raise the grade of what comes in them by one, at once and without a restart', async () => {
    const line = await room.feed('12345', '12345')
    expect(await readBoard(office())).toMatchObject({ value: { season: null } })
    expect(await saveEdition(office(), 'seasons', { rules: [summit], why: '峰会', basedOn: 0 })).toEqual({
      ok: true,
      value: { version: 1 },
    })
    expect(await readBoard(office())).toMatchObject({ value: { season: { key: 'wuzhen_summit', day: 5 } } })
    await line.publishes(claim('桐乡濮院'))
    expect((await room.onlyIncident()).grade).toBe('II')
    expect(await rollBackEdition(office(), 'seasons', { version: 0, why: '撤' })).toMatchObject({ ok: true })
    const read = await readSeasons(office())
    expect(read.ok && read.value.versions.map(({ version, wentBackTo }) => [version, wentBackTo])).toEqual([
      [2, 0],
      [1, null],
      [0, null],
    ])
    expect(read.ok && read.value.seasons.every(({ byDefault }) => byDefault)).toBe(true)
  })

  it.each<[string, Season[], number, string]>([
    ['that end before they begin', [{ ...summit, to: '2026-07-01' }], 0, 'season_backwards'],
    ['over a version nobody has seen', [summit], 3, 'rules_changed_since'],
  ])('are refused %s', async (_, rules, basedOn, code) => {
    expect(await saveEdition(office(), 'seasons', { rules, why: '改', basedOn })).toMatchObject({
      refusal: { code },
    })
  })
})

describe('limits of the response, set by the office', () => {
  it('propose for supervision and hand to the police by the figures in force', async () => {
    await (await room.feed('12345', '12345')).publishes(claim('桐乡濮院'))
    const { supervision, transfer } = seedResponse
    const rules = {
      ...seedResponse,
      supervision: { ...supervision, people: 40 },
      transfer: { ...transfer, workers: 50 },
    }
    expect(await saveEdition(office(), 'response', { rules, why: '从宽', basedOn: 0 })).toMatchObject({
      ok: true,
    })
    expect(await proposeSupervisions(room.contextOf())).toBe(0)
    const { id: incidentId } = await room.onlyIncident()
    const facts = { incidentId, workers: 35, totalYuan: 654_000, longestMonths: 1, largestYuan: 9_000 }
    const start = () => startTransfer(room.contextOf(room.officer('rsj')), facts)
    expect(await start()).toMatchObject({ refusal: { code: 'below_threshold' } })
    await rollBackEdition(office(), 'response', { version: 0, why: '复原' })
    expect(await proposeSupervisions(room.contextOf())).toBe(1)
    expect(await start()).toMatchObject({ ok: true })
  })

  it('count the clocks of what comes next, and of the next round of what runs', async () => {
    const line = await room.feed('12345', '12345')
    const dueIn = async (at: number) => {
      const incidents = (await room.board()).incidents.toSorted((a, b) =>
        a.openedAt.localeCompare(b.openedAt),
      )
      const step = incidents[at]?.steps.find((one) => one.step === 'on_site')
      return (Date.parse(step?.dueAt ?? '') - room.clock.now().getTime()) / 60_000
    }
    await line.publishes(claim('桐乡濮院'))
    expect(await dueIn(0)).toBe(60)
    const { clocks } = seedResponse
    const on_site = { ...clocks.on_site, III: { in: 'plain', seconds: 2_700 } as const }
    const rules = { ...seedResponse, clocks: { ...clocks, on_site } }
    expect(await saveEdition(office(), 'response', { rules, why: '从严', basedOn: 0 })).toMatchObject({
      ok: true,
    })
    await room.clock.forward('1m')
    await line.publishes('海宁许村一家布艺厂欠我们四十个人两个月工资，没人管')
    expect(await dueIn(0)).toBe(59)
    expect(await dueIn(1)).toBe(45)
  })

  it('are refused where a graver grade would have longer', async () => {
    const { clocks } = seedResponse
    const on_site = { ...clocks.on_site, I: { in: 'plain', seconds: 7_200 } as const }
    const rules = { ...seedResponse, clocks: { ...clocks, on_site } }
    expect(await saveEdition(office(), 'response', { rules, why: '改', basedOn: 0 })).toMatchObject({
      refusal: { code: 'limits_order', details: { number: 3 } },
    })
  })

  it('are refused where the report closes before it reminds, and to a duty officer', async () => {
    const rules = { ...seedResponse, report: { ...seedResponse.report, remindAt: '17:00' } }
    expect(await saveEdition(office(), 'response', { rules, why: '改', basedOn: 0 })).toMatchObject({
      refusal: { code: 'report_hours_order' },
    })
    expect(await readResponse(room.contextOf(room.officer('xcb')))).toMatchObject({
      refusal: { code: 'role_may_not' },
    })
  })
})
