import { randomUUID } from 'node:crypto'
import { asc, eq, like } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AlertView } from '#contracts/views.ts'
import type { Result } from '#domain/result.ts'
import { alert } from '#store/tables/alert.ts'
import { user } from '#store/tables/auth.ts'
import { event } from '#store/tables/event.ts'
import { insertUser } from '#store/users.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from './accept-alert.ts'
import { answerHandover } from './answer-handover.ts'
import { escalateAlert } from './escalate-alert.ts'
import { offerHandover } from './offer-handover.ts'
import { readColleagues } from './read-colleagues.ts'
import { reportProgress } from './report-progress.ts'
import { returnAlert } from './return-alert.ts'
import { snoozeAlert } from './snooze-alert.ts'

let room: Scenario
beforeEach(async () => {
  // 14:00 in Jiaxing; the shift ends at 17:30.
  room = await openScenario('2026-11-23T06:00:00Z')
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
})
afterEach(() => room.drop())

const as = (agency: string) => room.contextOf(room.officer(agency))
const own = async (agency: string) => alertOf(await room.onlyIncident(), agency)
const press = async (agency: string) =>
  value(await acceptAlert(as(agency), { alertId: (await own(agency)).id }))
const told = async (agency: string) => {
  const rows = await room.db.select().from(event).where(like(event.name, 'alert.%')).orderBy(asc(event.id))
  return rows
    .filter(({ data }) => (data as { alert?: AlertView }).alert?.agency === agency)
    .map(({ name }) => name.slice('alert.'.length))
}

describe('giving back', () => {
  it('needs the version the officer saw, keeps its masked reason, and calls the same rung again', async () => {
    const { id, version } = await press('xcb')
    const stale = await returnAlert(as('xcb'), { alertId: id, version: version - 1, reason: '误按' })
    expect(stale).toMatchObject({
      refusal: { code: 'alert_changed', details: { who: 'xcb duty', at: room.clock.now().toISOString() } },
    })
    const reason = '不属于我部职责，联系电话19900000000'
    const back = value(await returnAlert(as('xcb'), { alertId: id, version, reason }))
    expect(back).toMatchObject({ state: 'unaccepted', rung: 0, lapse: { why: 'returned' } })
    expect(back.lapse?.reason).not.toContain('19900000000')
    const again = await returnAlert(as('xcb'), { alertId: id, version, reason })
    expect(again).toMatchObject({ refusal: { code: 'alert_changed', details: { who: 'xcb duty' } } })
    await room.clock.forward('16m')
    const climbed = await snoozeAlert(as('xcb'), {
      alertId: id,
      version: back.version,
      until: new Date(room.clock.now().getTime() + 60_000).toISOString(),
    })
    expect(climbed).toMatchObject({ refusal: { code: 'alert_changed', details: { who: 'none' } } })
  })

  it('by twenty officers at once has one winner; the others are told who, and when', async () => {
    const { id, version } = await press('xcb')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => returnAlert(as('xcb'), { alertId: id, version, reason: '误按' })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers) {
      if (!answer.ok)
        expect(answer.refusal).toMatchObject({ code: 'alert_changed', details: { who: 'xcb duty' } })
    }
  })

  it.each(['return', 'snooze', 'progress'] as const)(
    'and the like is not for another agency: %s',
    async (act) => {
      const { id, version } = await press('xcb')
      const answers = {
        return: () => returnAlert(as('rsj'), { alertId: id, version, reason: '误按' }),
        snooze: () => snoozeAlert(as('rsj'), { alertId: id, version, until: '2026-11-23T06:05:00Z' }),
        progress: () => reportProgress(as('rsj'), { alertId: id, version, note: '已办' }),
      }
      expect(code(await answers[act]())).toBe('not_your_agency')
    },
  )
})

describe('putting a call off', () => {
  it('makes the ladder wait until then, once for a rung', async () => {
    const { id, version } = await own('xcb')
    await room.clock.forward('10m')
    const until = new Date(room.clock.now().getTime() + 8 * 60_000).toISOString()
    const put = value(await snoozeAlert(as('xcb'), { alertId: id, version, until }))
    expect(put).toMatchObject({ state: 'unaccepted', snoozeEndsAt: until })
    await room.clock.forward('12m')
    expect((await own('xcb')).rung).toBe(0)
    expect((await own('zfw')).rung).toBe(1)
    const { version: again } = await own('xcb')
    const more = { alertId: id, version: again, until: '2026-11-23T06:30:00.000Z' }
    expect(code(await snoozeAlert(as('xcb'), more))).toBe('already_snoozed')
    expect(await told('xcb')).toEqual(['snoozed', 'called_again'])
    await room.clock.forward('2m')
    expect((await own('xcb')).rung).toBe(1)
  })

  it('is never longer than its law', async () => {
    const { id, version } = await own('xcb')
    const until = '2026-11-23T07:01:00.000Z'
    expect(await snoozeAlert(as('xcb'), { alertId: id, version, until })).toMatchObject({
      refusal: { code: 'snooze_too_long', details: { latest: '2026-11-23T07:00:00.000Z' } },
    })
  })
})

describe('handing over', () => {
  const hireColleague = async (agency: string) => {
    const id = randomUUID()
    const fresh = { id, username: id.slice(0, 8), passwordHash: null, mustChangePassword: false }
    const posting = { post: `${agency} 夜班`, role: 'duty' as const, agency, territory: null }
    await room.db.transaction((tx) => insertUser(tx, { ...fresh, ...posting }, room.clock.now()))
    return room.contextOf({ ...room.officer(agency), id, post: posting.post })
  }
  const idOf = (context: { actor: unknown }) => (context.actor as { id: string }).id

  it('shows the colleagues of the own agency who can take it', async () => {
    await hireColleague('xcb')
    await hireColleague('rsj')
    expect(value(await readColleagues(as('xcb'))).map(({ post }) => post)).toEqual(['xcb 夜班'])
  })

  it('leaves it with the giver until the colleague takes it, who then holds it for the next shift', async () => {
    await room.clock.forward('3h')
    await room.clock.forward('15m')
    const held = await press('xcb')
    const night = await hireColleague('xcb')
    const offered = value(
      await offerHandover(as('xcb'), { alertId: held.id, version: held.version, toId: idOf(night) }),
    )
    expect(offered).toMatchObject({
      acceptedBy: { post: 'xcb duty' },
      lease: { handover: { to: { post: 'xcb 夜班' } } },
    })
    const someoneElse = await answerHandover(as('xcb'), {
      alertId: held.id,
      version: offered.version,
      take: true,
    })
    expect(code(someoneElse)).toBe('handover_to_another')
    value(await answerHandover(night, { alertId: held.id, version: offered.version, take: true }))
    await room.clock.forward('20m')
    expect(await own('xcb')).toMatchObject({ state: 'accepted', acceptedBy: { post: 'xcb 夜班' } })
  })

  it('that nobody takes does not stop the lease from ending with its shift', async () => {
    await room.clock.forward('3h')
    const held = await press('xcb')
    const night = await hireColleague('xcb')
    value(await offerHandover(as('xcb'), { alertId: held.id, version: held.version, toId: idOf(night) }))
    await room.clock.forward('31m')
    expect(await own('xcb')).toMatchObject({ state: 'unaccepted', lapse: { why: 'shift' }, lease: null })
  })

  it('is refused to another agency, to an account that is disabled, and to oneself', async () => {
    const held = await press('xcb')
    const to = async (toId: string) =>
      code(await offerHandover(as('xcb'), { alertId: held.id, version: held.version, toId }))
    expect(await to(idOf(await hireColleague('rsj')))).toBe('not_a_colleague')
    const gone = await hireColleague('xcb')
    await room.db
      .update(user)
      .set({ disabledAt: room.clock.now() })
      .where(eq(user.id, idOf(gone)))
    expect(await to(idOf(gone))).toBe('not_a_colleague')
    expect(await to(room.officer('xcb').id)).toBe('not_a_colleague')
  })
})

describe('calling the next rung by hand', () => {
  it('is for anybody on the route, names who did it, and climbs one rung', async () => {
    const { id, version } = await own('xcb')
    const climbed = value(await escalateAlert(as('rsj'), { alertId: id, version }))
    expect(climbed.rung).toBe(1)
    expect(code(await escalateAlert(as('rsj'), { alertId: id, version }))).toBe('alert_changed')
    expect(code(await escalateAlert(as('gaj'), { alertId: id, version: climbed.version }))).toBe(
      'not_your_agency',
    )
    const [row] = await room.db.select().from(event).where(eq(event.name, 'alert.escalated'))
    expect(row?.data).toMatchObject({ rung: 1, by: { post: 'rsj duty' }, called: ['section_head'] })
  })

  it('ends at the top', async () => {
    const { id } = await own('xcb')
    await room.db.update(alert).set({ rung: 3, nextStepAt: null }).where(eq(alert.id, id))
    const { version } = await own('xcb')
    expect(code(await escalateAlert(as('xcb'), { alertId: id, version }))).toBe('ladder_at_top')
  })
})

function value<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`)
  return answer.value
}

function code(answer: Result<unknown>): string {
  return answer.ok ? 'ok' : answer.refusal.code
}
