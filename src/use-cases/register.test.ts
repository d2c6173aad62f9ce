import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readRegisterInput } from '#contracts/register.ts'
import type { Actor } from '#domain/permission.ts'
import { event } from '#store/tables/event.ts'
import { incident } from '#store/tables/incident.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { value } from '#testing/two-tracks.ts'
import { acceptAlert } from './accept-alert.ts'
import { approveRelease } from './approve-release.ts'
import { askRelease } from './ask-release.ts'
import { exportRegister } from './export-register.ts'
import { readRegister } from './read-register.ts'

const puyuan = '桐乡濮院鑫禾毛衫有限公司拖欠38名工人两个月工资，合计65.4万元'
const dayao = '海宁斜桥宏远建筑劳务有限公司拖欠12名工人工资18万元'
const jiashan = '嘉善魏塘一家饭店欠6名服务员工资'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  for (const text of [puyuan, dayao, jiashan]) {
    await forum.publishes(text)
    await room.clock.forward('1m')
  }
})
afterEach(() => room.drop())

const office = () => room.officer('rsj', 'office')
const register = async (asked: Record<string, string> = {}, who: Actor = office()) =>
  value(await readRegister(room.contextOf(who), readRegisterInput.parse(asked)))
const numbers = async (asked: Record<string, string> = {}, who?: Actor) =>
  (await register(asked, who)).rows.map((row) => row.incident.number)
const alertOfNumber = async (number: string, agency: string) => {
  const { rows } = await register()
  const row = rows.find((one) => one.incident.number === number)
  return row?.incident.alerts.find((one) => one.agency === agency)?.id ?? ''
}
/** Merges the third into the first, by two officers. */
async function mergeThirdIntoFirst() {
  const { rows } = await register()
  const of = (number: string) => rows.find((one) => one.incident.number === number)?.incident.id ?? ''
  const asked = value(
    await askRelease(room.contextOf(room.officer('rsj')), {
      ...{ kind: 'merge', incidentId: of('1123-03'), payload: { intoId: of('1123-01') }, reason: null },
    }),
  )
  value(
    await approveRelease(room.contextOf(room.officer('zfw')), {
      ...{ releaseId: asked.id, version: asked.version },
    }),
  )
}

describe('the register of incidents', () => {
  it('holds what is open, what is closed and what was merged away', async () => {
    await mergeThirdIntoFirst()
    const { rows, counts } = await register()
    expect(rows.map((row) => [row.incident.number, row.mergedInto?.number ?? null])).toEqual([
      ['1123-03', '1123-01'],
      ['1123-02', null],
      ['1123-01', null],
    ])
    expect(counts).toMatchObject({ shown: 3, state: { open: 2, closed: 0, merged: 1 }, elsewhere: 0 })
    expect(await numbers({ state: 'merged' })).toEqual(['1123-03'])
    expect(await numbers({ state: 'open' })).toEqual(['1123-02', '1123-01'])
  })

  it.each<[string, Record<string, string>, string[]]>([
    ['an employer', { words: '鑫禾' }, ['1123-01']],
    ['a place', { words: '濮院' }, ['1123-01']],
    ['a county and its towns', { words: '桐乡' }, ['1123-01']],
    ['two words at once', { words: '海宁 宏远' }, ['1123-02']],
    ['a number', { words: '1123-03' }, ['1123-03']],
    ['a percent sign, which is no wildcard', { words: '%' }, []],
    ['a day before', { to: '2026-11-22' }, []],
    ['the day itself', { from: '2026-11-23', to: '2026-11-23' }, ['1123-03', '1123-02', '1123-01']],
    ['a territory', { territory: 't330483' }, ['1123-01']],
    ['a kind of work', { kind: 'construction' }, ['1123-02']],
    ['a part nobody understands', { state: 'gone' }, ['1123-03', '1123-02', '1123-01']],
  ])('is narrowed by %s', async (_, asked, found) => {
    expect(await numbers(asked)).toEqual(found)
  })

  it('never looks into the text of posts', async () => {
    expect(await numbers({ words: '服务员' })).toEqual([])
  })

  it('finds who has not accepted and what is past its time', async () => {
    value(
      await acceptAlert(room.contextOf(room.officer('xcb')), {
        alertId: await alertOfNumber('1123-01', 'xcb'),
      }),
    )
    expect(await numbers({ unaccepted: 'xcb' })).toEqual(['1123-03', '1123-02'])
    expect(await numbers({ overdue: '1' })).toEqual([])
    await room.clock.forward('2d')
    const { counts, rows } = await register({ overdue: '1' })
    expect(rows).toHaveLength(3)
    expect(counts).toMatchObject({ overdue: 3 })
    expect(counts?.unaccepted.zfw).toBe(3)
  })

  it('counts each choice under the other filters', async () => {
    const { counts } = await register({ territory: 't330483', state: 'closed' })
    expect(counts).toMatchObject({ shown: 0, state: { open: 1, closed: 0, merged: 0 } })
    expect(counts?.territory).toEqual({})
  })

  it('shows what is outside the route as a number only', async () => {
    const branch = { ...room.officer('rsj'), territory: 't330483' }
    const { rows, counts } = await register({}, branch)
    expect(rows.map((row) => row.incident.number)).toEqual(['1123-01'])
    expect(counts).toMatchObject({ shown: 1, elsewhere: 2, state: { open: 1, closed: 0, merged: 0 } })
    expect(counts?.territory).toEqual({ t330483: 1 })
  })

  it('puts what changed last on top when asked', async () => {
    await room.clock.forward('1m')
    value(
      await acceptAlert(room.contextOf(room.officer('xcb')), {
        alertId: await alertOfNumber('1123-01', 'xcb'),
      }),
    )
    expect(await numbers({ sort: 'changed' })).toEqual(['1123-01', '1123-03', '1123-02'])
  })

  it('is not for screens and administrators', async () => {
    for (const role of ['wall', 'admin'] as const) {
      const asked = readRegister(room.contextOf(room.officer(null, role)), readRegisterInput.parse({}))
      expect(await asked).toMatchObject({ refusal: { code: 'role_may_not' } })
    }
  })
})

describe('a long register', () => {
  const first = async () => (await room.db.select().from(incident).orderBy(asc(incident.openedAt)))[0]
  beforeEach(async () => {
    const known = await first()
    if (!known) throw new Error('no incident')
    const more = Array.from({ length: 120 }, (_, index) => ({
      ...known,
      id: room.contextOf().newId(),
      dayCount: 100 + index,
      // Several at the same instant: the id decides.
      openedAt: new Date(known.openedAt.getTime() - Math.floor(index / 7) * 60_000),
    }))
    await room.db.insert(incident).values(more)
  })

  it.each(['opened', 'changed'])(
    'is read page by page by %s, nothing twice and nothing left out',
    async (sort) => {
      const seen: string[] = []
      let cursor: string | null = ''
      let pages = 0
      while (cursor !== null) {
        const page = await register({ sort, ...(cursor ? { cursor } : {}) })
        seen.push(...page.rows.map((row) => row.incident.id))
        expect(page.counts === null).toBe(cursor !== '')
        cursor = page.next
        pages += 1
      }
      expect(pages).toBe(3)
      expect(seen).toHaveLength(123)
      expect(new Set(seen).size).toBe(123)
    },
  )

  it('leaves as a file with an event that says how much, and only by who may', async () => {
    const filters = { ...readRegisterInput.parse({ state: 'open' }) }
    const duty = await exportRegister(room.contextOf(room.officer('rsj')), filters)
    expect(duty).toMatchObject({ refusal: { code: 'role_may_not' } })
    expect(value(await exportRegister(room.contextOf(office()), filters))).toHaveLength(123)
    const told = (await room.db.select().from(event)).filter(({ name }) => name === 'export.made')
    expect(told.map(({ data }) => data)).toEqual([
      { what: 'incidents', count: 123, by: { post: 'rsj office', agency: 'rsj' } },
    ])
  })

  it('refuses a cursor it has not written', async () => {
    const asked = readRegister(room.contextOf(office()), readRegisterInput.parse({ cursor: 'x' }))
    expect(await asked).toMatchObject({ refusal: { code: 'not_understood' } })
  })
})
