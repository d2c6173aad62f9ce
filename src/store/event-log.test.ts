import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { type Database, openDatabase, type Transaction } from './database.ts'
import { eventsAfter, type Follower, follow, lastEventId, type Routed, record } from './event-log.ts'
import { event } from './tables/event.ts'

let fresh: TestDatabase
let db: Database
const followers: Follower[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
  db = fresh.db
})
afterEach(async () => {
  await Promise.all(followers.splice(0).map((follower) => follower.close()))
})
afterAll(() => fresh.drop())

const fail = (error: unknown) => void Promise.reject(error)

/** Everything a follower is told from `cursor` on. */
async function listener(cursor: number, failed: (error: unknown) => void = fail) {
  const heard: Routed[] = []
  const follower = await follow(db, cursor, (batch) => heard.push(...batch), failed)
  followers.push(follower)
  return { heard, names: () => heard.map(({ event: { data } }) => (data as { name: string }).name) }
}

function write(tx: Transaction, ...names: string[]): Promise<number[]> {
  const happened = names.map((name) => ({
    name: 'source.added' as const,
    data: { sourceId: 's', name },
    incidentId: null,
    route: null,
  }))
  return record(tx, happened, { at: new Date(), actor: null })
}
const commit = (...names: string[]) => db.transaction((tx) => write(tx, ...names))
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const soon = { timeout: 10_000, interval: 20 }

describe('a follower of the log', () => {
  it('hears every event of 30 writers at once, each once and in order', async () => {
    const [writers, commits] = [30, 100]
    const many = openDatabase(fresh.url, writers)
    const start = await lastEventId(db)
    const { heard, names } = await listener(start)
    const writer = async (who: number) => {
      for (let n = 0; n < commits; n += 1) {
        await many.transaction(async (tx) => {
          await tx.execute(sql`select 1`)
          await pause(Math.random() * 4)
          await write(tx, `${who}-${n}`)
          if (Math.random() < 0.2) await pause(Math.random() * 2)
        })
      }
    }
    await Promise.all(Array.from({ length: writers }, (_, who) => writer(who)))
    await many.$client.end()
    await vi.waitFor(() => expect(heard).toHaveLength(writers * commits), soon)
    await pause(100)
    const ids = heard.map(({ event: { id } }) => id)
    expect(ids).toEqual([...ids].sort((a, b) => a - b))
    expect(new Set(names()).size).toBe(writers * commits)
    expect(ids).toHaveLength(writers * commits)
    for (let who = 0; who < writers; who += 1) {
      const own = names().filter((name) => name.startsWith(`${who}-`))
      expect(own).toEqual(Array.from({ length: commits }, (_, n) => `${who}-${n}`))
    }
  }, 120_000)

  it('hears nothing of what was rolled back, and everything after it', async () => {
    const { names } = await listener(await lastEventId(db))
    await expect(
      db.transaction(async (tx) => {
        await write(tx, 'taken back')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await commit('kept')
    await vi.waitFor(() => expect(names()).toEqual(['kept']), soon)
  })

  it('hears first what came before it listened', async () => {
    const cursor = await lastEventId(db)
    const before = Array.from({ length: 1_100 }, (_, n) => `old-${n}`)
    await commit(...before)
    const { names } = await listener(cursor)
    await commit('new')
    await vi.waitFor(() => expect(names()).toEqual([...before, 'new']), soon)
  })

  it('misses nothing when its listening connection is killed, again and again', async () => {
    const { names } = await listener(await lastEventId(db))
    const wanted: string[] = []
    for (let round = 0; round < 3; round += 1) {
      const killed = await db.execute<{ done: boolean }>(
        sql`select pg_terminate_backend(pid) as done from pg_stat_activity
            where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()`,
      )
      expect(killed.length).toBeGreaterThan(0)
      for (const part of ['a', 'b']) {
        wanted.push(`${round}${part}`)
        await commit(`${round}${part}`)
      }
      const killedAt = performance.now()
      await vi.waitFor(() => expect(names()).toEqual(wanted), soon)
      expect(performance.now() - killedAt).toBeLessThan(5_000)
      await listening()
    }
  })

  it('tells when the log cannot be read, and hears it all once it can', async () => {
    const failed = vi.fn()
    const { names } = await listener(await lastEventId(db), failed)
    await db.execute(sql`alter table event rename to event_away`)
    await vi.waitFor(() => expect(failed).toHaveBeenCalled(), soon)
    await db.execute(sql`alter table event_away rename to event`)
    await commit('after the fault')
    await vi.waitFor(() => expect(names()).toEqual(['after the fault']), soon)
  })

  it('hears nothing more once closed', async () => {
    const { names } = await listener(await lastEventId(db))
    await followers.pop()?.close()
    await commit('unheard')
    await pause(1_200)
    expect(names()).toEqual([])
  })

  it('reads on from a cursor, with the agencies that may hear each', async () => {
    const cursor = await lastEventId(db)
    await db.transaction((tx) =>
      record(
        tx,
        [
          {
            name: 'source.added',
            data: { sourceId: 's', name: 'x' },
            incidentId: null,
            route: ['xcb', 'rsj'],
          },
        ],
        { at: new Date('2026-11-23T06:00:00Z'), actor: null },
      ),
    )
    const [routed, ...more] = await eventsAfter(db, cursor, 10)
    expect(more).toEqual([])
    expect(routed).toEqual({
      route: ['xcb', 'rsj'],
      event: {
        incidentId: null,
        id: expect.any(Number),
        name: 'source.added',
        at: '2026-11-23T06:00:00.000Z',
        data: { sourceId: 's', name: 'x' },
      },
    })
  })
})

describe('the log is append-only', () => {
  it.each([
    ['changed', sql`update event set name = 'other'`],
    ['changed one by one', sql`update event set data = '{}' where id = (select max(id) from event)`],
    ['deleted', sql`delete from event`],
    ['emptied', sql`truncate event`],
    ['emptied along with others', sql`truncate event, heartbeat restart identity cascade`],
  ])('it cannot be %s', async (_, statement) => {
    await commit('stays')
    const before = await db.$count(event)
    const refused = db.execute(statement).catch((error: Error) => (error.cause as Error).message)
    expect(await refused).toBe('the event log is append-only')
    expect(await db.$count(event)).toBe(before)
  })

  it('takes no id from a writer, who could slip one in behind a cursor', async () => {
    const refused = db
      .execute(sql`insert into event (id, name, at, data) values (1, 'x', now(), '{}')`)
      .catch((error: Error) => (error.cause as Error).message)
    expect(await refused).toMatch(/cannot insert a non-DEFAULT value into column "id"/)
  })

  it('takes nothing that is not in the contract', async () => {
    const wrong = [{ name: 'source.added', data: { nobody: 1 }, incidentId: null, route: null }] as never
    await expect(db.transaction((tx) => record(tx, wrong, { at: new Date(), actor: null }))).rejects.toThrow()
  })
})

/** Until the follower listens again. */
async function listening(): Promise<void> {
  await vi.waitFor(async () => {
    const rows = await db.execute(
      sql`select 1 from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
    )
    expect(rows.length).toBeGreaterThan(0)
  }, soon)
}
