import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { openDatabase } from './database.ts'
import { agency } from './tables/agency.ts'

let fresh: TestDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

/** Statements the one connection has kept that speak of agencies. */
async function kept(db: ReturnType<typeof openDatabase>): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from pg_prepared_statements where statement like '%agency%'`,
  )
  return row?.count ?? 0
}

it('a query that comes again is sent by its name, also inside a transaction', async () => {
  const db = openDatabase(fresh.url, 1)
  for (let times = 0; times < 3; times += 1) {
    await db.select().from(agency).where(eq(agency.key, 'rsj'))
    await db.transaction((tx) => tx.select().from(agency).where(eq(agency.key, 'xcb')))
  }
  expect(await kept(db)).toBe(1)
  await db.$client.end()
})

it('a long list is not kept: the next one will have another length', async () => {
  const db = openDatabase(fresh.url, 1)
  const keys = Array.from({ length: 200 }, (_, at) => `a${at}`)
  await db.select().from(agency).where(inArray(agency.key, keys))
  expect(await kept(db)).toBe(0)
  await db.$client.end()
})

it('a failed statement rolls back as before, and the next one works', async () => {
  const db = openDatabase(fresh.url, 1)
  const broken = db.transaction(async (tx) => {
    await tx.delete(agency).where(eq(agency.key, 'rsj'))
    await tx.execute(sql`select 1 / ${0}::int`)
  })
  await expect(broken).rejects.toThrow()
  expect(await db.select().from(agency).where(eq(agency.key, 'rsj'))).toHaveLength(1)
  await db.$client.end()
})
