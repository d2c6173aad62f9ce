import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '#testing/database.ts'
import type { Database } from './database.ts'

let db: Database
let drop: () => Promise<void>
beforeEach(async () => {
  ;({ db, drop } = await freshDatabase())
  await db.execute(sql`create table tally (name text primary key, sum int not null)`)
  await db.execute(sql`insert into tally values ('a', 0), ('b', 0)`)
})
afterEach(() => drop())

/** Adds one to both, in the order given, so that two orders at once lock each other out. */
async function addToBoth(first: string, second: string, met: () => Promise<void>): Promise<number> {
  let tries = 0
  await db.transaction(async (tx) => {
    tries += 1
    await tx.execute(sql`update tally set sum = sum + 1 where name = ${first}`)
    await met()
    await tx.execute(sql`update tally set sum = sum + 1 where name = ${second}`)
  })
  return tries
}

describe('two transactions that lock each other out', () => {
  it('are both carried out, the loser once more from its beginning', async () => {
    let inside = 0
    const met = async () => {
      inside += 1
      while (inside < 2) await new Promise((go) => setImmediate(go))
    }
    const tries = await Promise.all([addToBoth('a', 'b', met), addToBoth('b', 'a', met)])
    expect(tries.sort()).toEqual([1, 2])
    const sums = await db.execute<{ sum: number }>(sql`select sum from tally`)
    expect(sums.map(({ sum }) => sum)).toEqual([2, 2])
  })

  it('every other failure is thrown at once', async () => {
    let tries = 0
    const failing = db.transaction(async (tx) => {
      tries += 1
      await tx.execute(sql`select 1 / 0`)
    })
    await expect(failing).rejects.toThrow()
    expect(tries).toBe(1)
  })
})
