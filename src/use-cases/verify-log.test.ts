import { type SQL, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/audit/canonical-json.ts'
import { type ChainHead, hashOf } from '#domain/audit/chain.ts'
import { chainOldEvents } from '#store/chain-old-events.ts'
import { readLogHead, sha256 } from '#store/event-chain.ts'
import { record } from '#store/event-log.ts'
import { foundEventsAfter } from '#store/found-events.ts'
import { insertPostedHead } from '#store/posted-heads.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { verifyLog } from './verify-log.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
})
afterEach(() => room.drop())

async function happens(...names: string[]): Promise<void> {
  const happened = names.map((name) => ({
    name: 'source.added' as const,
    data: { sourceId: 's', name },
    incidentId: null,
    route: ['xcb', 'rsj'],
  }))
  await room.db.transaction((tx) =>
    record(tx, happened, { at: room.clock.now(), actor: { post: '值班员', agency: 'rsj' } }),
  )
}

/** What only somebody with the database in hand can do: past the triggers. */
async function tamper(...statements: SQL[]): Promise<void> {
  await room.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const statement of statements) await tx.execute(statement)
  })
}

async function verdict(kept: ChainHead[] = []) {
  const proven = await verifyLog(room.contextOf(), { kept })
  if (!proven.ok) throw new Error(proven.refusal.code)
  return proven.value
}

describe('the log proves itself', () => {
  it('when it is empty', async () => {
    expect(await verdict()).toMatchObject({ events: 0, broken: null })
  })

  it('from the first event to the last, over several reads', async () => {
    for (let round = 0; round < 3; round += 1) {
      await happens(...Array.from({ length: 400 }, (_, at) => `${round}-${at}`))
    }
    const head = await readLogHead(room.db)
    expect(await verdict([head])).toEqual({
      events: 1_200,
      head,
      compared: 1,
      broken: null,
      unfit: [],
      altered: [],
    })
    expect(head.seq).toBe(1_200)
  })

  it('after whole evenings of posts, alerts and acceptances', async () => {
    const forum = await room.feed('论坛')
    await forum.publishes('濮院毛衫厂老板跑路，38个工人两个月工资没发')
    await room.clock.forward('2h')
    const { events, broken } = await verdict()
    expect(broken).toBeNull()
    expect(events).toBeGreaterThan(3)
  })

  it('when another transaction was rolled back in between, which leaves a gap in the ids', async () => {
    await happens('a')
    await room.db
      .transaction(async (tx) => {
        await record(
          tx,
          [{ name: 'source.added', data: { sourceId: 's', name: 'x' }, incidentId: null, route: null }],
          {
            at: new Date(),
            actor: null,
          },
        )
        throw new Error('taken back')
      })
      .catch(() => undefined)
    await happens('b')
    expect(await verdict()).toMatchObject({ events: 2, broken: null })
  })

  it('with events that are older than the chain, once they are chained', async () => {
    await happens('a', 'b', 'c')
    await tamper(
      sql`alter table event drop constraint event_is_chained`,
      sql`update event set seq = null, prev_hash = null, hash = null`,
      sql`update log_head set seq = 0, hash = repeat('0', 64)`,
    )
    await chainOldEvents(room.db)
    await happens('d')
    expect(await verdict()).toMatchObject({ events: 4, broken: null })
  })
})

describe('the first broken event is named', () => {
  const five = () => happens('a', 'b', 'c', 'd', 'e')
  const idOf = async (seq: number) => {
    const [row] = await room.db.execute<{ id: string }>(sql`select id from event where seq = ${seq}`)
    return Number(row?.id)
  }

  it.each<[string, SQL]>([
    ['its data', sql`update event set data = '{"sourceId":"s","name":"z"}' where seq = 3`],
    ['its name', sql`update event set name = 'source.removed' where seq = 3`],
    ['its moment, by a microsecond', sql`update event set at = at + interval '1 microsecond' where seq = 3`],
    ['who did it', sql`update event set actor = null where seq = 3`],
    ['who may hear it', sql`update event set route = '{xcb}' where seq = 3`],
    ['what it is about', sql`update event set incident_id = gen_random_uuid() where seq = 3`],
    ['its hash', sql`update event set hash = repeat('f', 64) where seq = 3`],
    ['the hash before it', sql`update event set prev_hash = repeat('f', 64) where seq = 3`],
  ])('changed: %s', async (_, statement) => {
    await five()
    const id = await idOf(3)
    await tamper(statement)
    expect(await verdict()).toMatchObject({ events: 2, broken: { fault: 'changed', seq: 3, id } })
  })

  it('missing', async () => {
    await five()
    await tamper(sql`delete from event where seq in (2, 3)`)
    expect(await verdict()).toMatchObject({ events: 1, broken: { fault: 'missing', seq: 2 } })
  })

  it('the first one missing', async () => {
    await five()
    await tamper(sql`delete from event where seq = 1`)
    expect(await verdict()).toMatchObject({ events: 0, broken: { fault: 'missing', seq: 1 } })
  })

  it.each<[string, SQL]>([
    ['without a link', sql`null, null, null`],
    ['with a number already given', sql`3, repeat('0', 64), repeat('0', 64)`],
    ['at the end, past the head', sql`6, (select hash from log_head), repeat('0', 64)`],
  ])('inserted %s', async (_, link) => {
    await five()
    await tamper(
      sql`alter table event drop constraint event_is_chained, drop constraint event_seq_unique`,
      sql`insert into event (name, at, data, seq, prev_hash, hash)
          select 'source.added', now(), '{"sourceId":"s","name":"z"}', ${link}`,
    )
    const [row] = await room.db.execute<{ id: string }>(sql`select max(id) as id from event`)
    expect(await verdict()).toMatchObject({ broken: { fault: 'inserted', id: Number(row?.id) } })
  })

  it('re-ordered', async () => {
    await five()
    const [second, fourth] = [await idOf(2), await idOf(4)]
    await tamper(
      sql`alter table event alter column id set generated by default`,
      sql`update event set id = -1 where seq = 2`,
      sql`update event set id = ${second} where seq = 4`,
      sql`update event set id = ${fourth} where seq = 2`,
    )
    expect(await verdict()).toMatchObject({ events: 1, broken: { seq: 2, fault: 'reordered' } })
  })

  it('cut off at the end', async () => {
    await five()
    await tamper(sql`delete from event where seq >= 4`)
    expect(await verdict()).toMatchObject({ events: 3, broken: { fault: 'tail_cut', seq: 4 } })
  })

  it('hashed anew after a change, given away by the next', async () => {
    await five()
    await rewrite(3)
    expect(await verdict()).toMatchObject({ broken: { fault: 'rewritten', seq: 3 } })
  })

  it('the whole log cut and its head set back, given away by a head that was posted', async () => {
    await five()
    const head = await readLogHead(room.db)
    await insertPostedHead(room.db, { id: crypto.randomUUID(), ...head, takenAt: new Date() })
    await tamper(
      sql`delete from event where seq >= 4`,
      sql`update log_head set seq = 3, hash = (select hash from event where seq = 3)`,
    )
    expect(await verdict()).toMatchObject({ events: 3, broken: { fault: 'tail_cut', seq: 4 } })
  })

  it('the whole log made anew, given away by a head somebody wrote down', async () => {
    await five()
    const kept = await readLogHead(room.db)
    await tamper(
      sql`update event set data = '{"sourceId":"s","name":"z"}' where seq = 2`,
      sql`alter table event drop constraint event_is_chained`,
      sql`update event set seq = null, prev_hash = null, hash = null`,
      sql`update log_head set seq = 0, hash = repeat('0', 64)`,
    )
    await chainOldEvents(room.db)
    expect((await verdict()).broken).toBeNull()
    expect(await verdict([kept])).toMatchObject({ broken: { fault: 'rewritten', seq: 5 } })
  })

  /** Changes an event and gives it a hash that fits it. */
  async function rewrite(seq: number): Promise<void> {
    const found = (await foundEventsAfter(room.db, 0, 100)).find((one) => one.seq === seq)
    if (!found) throw new Error('no such event')
    const data = { sourceId: 's', name: 'z' }
    const hash = hashOf({ ...found, data }, seq, found.prevHash ?? '', sha256)
    await tamper(
      sql`update event set data = ${JSON.stringify(data)}::jsonb, hash = ${hash} where seq = ${seq}`,
    )
  }
})

describe('who may ask', () => {
  it('a duty officer may not', async () => {
    const asked = await verifyLog(room.contextOf(room.officer('rsj')))
    expect(asked).toMatchObject({ ok: false, refusal: { code: 'role_may_not' } })
  })
})

describe('the canonical form', () => {
  it('is the same before and after the database, whatever was recorded', async () => {
    const letters = fc.string({ unit: 'binary' }).filter((text) => !/[\0\p{Cs}]/u.test(text))
    const value = fc.letrec((tie) => ({
      one: fc.oneof(
        { depthSize: 'small' },
        letters,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('one')),
        fc.dictionary(letters, tie('one')),
      ),
    })).one
    await fc.assert(
      fc.asyncProperty(value, async (data) => {
        const [row] = await room.db.execute<{ data: unknown }>(
          sql`select ${JSON.stringify({ data })}::jsonb as data`,
        )
        expect(canonicalJson(row?.data)).toBe(canonicalJson({ data }))
      }),
      { numRuns: 300 },
    )
  })
})
