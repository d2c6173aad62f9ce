import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { database } from '#store/database.ts'
import { lastEventId, record } from '#store/event-log.ts'
import { endSessions, updateUser } from '#store/users.ts'
import { type Officer, openHall } from '#testing/hall.ts'

const soon = { timeout: 10_000, interval: 20 }

let hall: Awaited<ReturnType<typeof openHall>>
let officer: Officer

beforeAll(async () => {
  // Only the minute's review runs on a clock we push; notices of the log need no poll.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  hall = await openHall()
  officer = await hall.signIn('duty', { agency: 'xcb' })
})
afterEach(() => hall.closeScreens())
afterAll(async () => {
  await hall.close()
  vi.useRealTimers()
})

const firstLine = ['zfw', 'xcb', 'rsj']
async function happens(route: string[] = firstLine): Promise<number> {
  const incidentId = randomUUID()
  const by = { post: '值班员', agency: 'rsj' }
  const at = new Date()
  const step = {
    step: 'on_site' as const,
    dueAt: at.toISOString(),
    doneAt: at.toISOString(),
    doneBy: by,
    note: null,
  }
  const [id = 0] = await database().transaction((tx) =>
    record(tx, [{ name: 'step.done', data: { incidentId, step, by }, incidentId, route }], { at, actor: by }),
  )
  return id
}
const last = () => lastEventId(database())

describe('a screen', () => {
  it.each<[string, string]>([
    ['no cookie', ''],
    ['a made-up cookie', 'anxin.session_token=made.up'],
  ])('with %s is refused', async (_, cookie) => {
    for (const transports of [['websocket'], ['polling']]) {
      const screen = hall.open({ cookie }, await last(), { transports })
      await vi.waitFor(() => expect(screen.refused).toBe('not_signed_in'), soon)
    }
  })

  it('whose first password is still to be changed is refused', async () => {
    const screen = hall.open(await hall.signIn('duty', { agency: 'xcb', mustChangePassword: true }), 0)
    await vi.waitFor(() => expect(screen.refused).toBe('not_signed_in'), soon)
  })

  it('on a foreign page is refused, cookie or not', async () => {
    const screen = hall.open(officer, await last(), { origin: 'http://127.0.0.1:9' })
    await vi.waitFor(() => expect(screen.refused).not.toBeNull(), soon)
    expect(screen.socket.connected).toBe(false)
    await hall.openLive(officer, await last(), { origin: hall.address })
  })

  it('hears what happens, by websocket and by polling alike', async () => {
    const [one, two] = await Promise.all(
      [['websocket'], ['polling']].map(async (transports) =>
        hall.openLive(officer, await last(), { transports }),
      ),
    )
    const id = await happens()
    await vi.waitFor(() => expect([one?.ids(), two?.ids()]).toEqual([[id], [id]]), soon)
  })

  it('that was away resumes from its last event and misses nothing while more keeps happening', async () => {
    const seen = await last()
    const ids: number[] = []
    for (let n = 0; n < 300; n += 1) ids.push(await happens())
    let writing = true
    const writer = (async () => {
      while (writing) ids.push(await happens())
    })()
    const late = Array.from({ length: 10 }, (_, n) => ({
      from: n * 25,
      screen: hall.open(officer, ids[n * 25]),
    }))
    const whole = hall.open(officer, seen)
    await vi.waitFor(() => expect(whole.heard.length).toBeGreaterThan(310), soon)
    writing = false
    await writer
    await vi.waitFor(() => expect(whole.ids()).toEqual(ids), soon)
    for (const { from, screen } of late) {
      await vi.waitFor(() => expect(screen.ids()).toEqual(ids.slice(from + 1)), soon)
    }
  })

  it('that missed too much fetches a new snapshot, and hears what comes after', async () => {
    const seen = await last()
    const live = await hall.openLive(officer, seen)
    const paused = {
      name: 'source.paused' as const,
      data: { sourceId: 's', name: 'n', by: null },
      incidentId: null,
      route: null,
    }
    const many = Array.from({ length: 1_001 }, () => paused)
    await database().transaction((tx) => record(tx, many, { at: new Date(), actor: null }))
    const latest = await happens()
    await vi.waitFor(() => expect(live.ids().at(-1)).toBe(latest), soon)
    const near = hall.open(officer, (await last()) - 1_000)
    const far = hall.open(officer, seen)
    await vi.waitFor(() => expect([near.heard.length, far.resyncs]).toEqual([1_000, 1]), soon)
    const id = await happens()
    await vi.waitFor(() => expect(far.ids()).toEqual([id]), soon)
    expect(near.resyncs).toBe(0)
  })

  it.each<[string, (last: number) => unknown]>([
    ['names no event', () => undefined],
    ['names a word', () => '17'],
    ['names half an event', () => 1.5],
    ['names one before the first', () => -1],
    ['names one the log has not reached', (reached) => reached + 1],
  ])('that %s fetches a new snapshot', async (_, name) => {
    const screen = hall.open(officer, name(await last()))
    await vi.waitFor(() => expect(screen.resyncs).toBe(1), soon)
    const id = await happens()
    await vi.waitFor(() => expect(screen.ids()).toEqual([id]), soon)
  })

  it('is not heard: whatever it sends changes nothing and reaches nobody', async () => {
    const loud = await hall.openLive(officer, await last())
    const other = await hall.openLive(officer, await last())
    for (const name of ['event', 'resync', 'alert.accepted', 'join'])
      loud.socket.emit(name, { id: 1 }, () => 0)
    const before = await last()
    const id = await happens()
    await vi.waitFor(() => expect([loud.ids(), other.ids()]).toEqual([[id], [id]]), soon)
    expect([other.resyncs, id]).toEqual([0, before + 1])
    loud.socket.emit('event', 'x'.repeat(20_000))
    await vi.waitFor(() => expect(loud.gone).toBe(true), soon)
    expect(other.gone).toBe(false)
  })
})

describe('who hears what', () => {
  it('a wall hears of every incident, a territory only of its own', async () => {
    const seen = await last()
    const about = {
      city: await happens(firstLine),
      tongxiang: await happens([...firstLine, 't330483']),
      pinghu: await happens([...firstLine, 'gaj', 't330482']),
      harbour: await happens([...firstLine, 't330482', 'gq']),
    }
    const all = Object.values(about)
    const expected: [Parameters<typeof hall.signIn>, number[]][] = [
      [['wall'], all],
      [['office', { agency: 'rsj' }], all],
      [['duty', { agency: 'xcb' }], all],
      [['duty', { agency: 't330483', territory: 't330483' }], [about.tongxiang]],
      [['duty', { agency: 'zfw', territory: 't330483' }], [about.tongxiang]],
      [['duty', { agency: 'gaj' }], [about.pinghu]],
      [['duty', { agency: 'gq', territory: 'gq' }], [about.harbour]],
      [['duty', { agency: 'sfj' }], []],
      [['admin'], []],
    ]
    const screens = await Promise.all(
      expected.map(async ([who, ids]) => ({
        screen: await hall.openLive(await hall.signIn(...who), seen),
        ids,
      })),
    )
    for (const { screen, ids } of screens) await vi.waitFor(() => expect(screen.ids()).toEqual(ids), soon)
    const live = await happens([...firstLine, 't330483'])
    const hearLive = (ids: number[]) => (ids.includes(about.tongxiang) ? [...ids, live] : ids)
    for (const { screen, ids } of screens) {
      await vi.waitFor(() => expect(screen.ids()).toEqual(hearLive(ids)), soon)
    }
  })
})

describe('a right that ends', () => {
  it('a disabled account’s screens are dropped at once, and do not come back', async () => {
    const leaver = await hall.signIn('duty', { agency: 'xcb' })
    const screen = await hall.openLive(leaver, await last())
    await database().transaction(async (tx) => {
      await updateUser(tx, leaver.id, { disabledAt: new Date() }, new Date())
      const data = { userId: leaver.id, disabled: true }
      await record(tx, [{ name: 'user.changed', data, incidentId: null, route: null }], {
        at: new Date(),
        actor: null,
      })
    })
    await vi.waitFor(() => expect(screen.gone).toBe(true), soon)
    screen.socket.connect()
    await vi.waitFor(() => expect(screen.refused).toBe('not_signed_in'), soon)
    await happens()
    expect(screen.heard).toEqual([])
  })

  it('a session that has ended takes its screens along within a minute', async () => {
    const [leaver, stayer] = [
      await hall.signIn('duty', { agency: 'xcb' }),
      await hall.signIn('duty', { agency: 'xcb' }),
    ]
    const left = await hall.openLive(leaver, await last())
    const stays = await hall.openLive(stayer, await last())
    await endSessions(database(), leaver.id, null)
    vi.advanceTimersByTime(60_000)
    await vi.waitFor(() => expect(left.gone).toBe(true), soon)
    expect(stays.gone).toBe(false)
  })

  it('PostgreSQL out of reach costs a screen a retry, not its place and not the process', async () => {
    const before = await hall.openLive(officer, await last())
    await database().execute(sql`alter table session rename to session_away`)
    const screen = hall.open(officer, await last(), { reconnection: true })
    await new Promise((done) => setTimeout(done, 400))
    expect(screen.socket.connected).toBe(false)
    vi.advanceTimersByTime(60_000)
    await database().execute(sql`alter table session_away rename to session`)
    await vi.waitFor(() => expect(screen.socket.connected).toBe(true), soon)
    expect([before.gone, screen.refused]).toEqual([false, null])
  })
})
