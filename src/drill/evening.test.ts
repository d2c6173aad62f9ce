import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { maskPersonalData } from '#domain/post/mask.ts'
import { realmDatabaseUrl } from '#platform/env.ts'
import { logger } from '#platform/log.ts'
import { signatureOf } from '#platform/signature.ts'
import { incident } from '#store/tables/incident.ts'
import { post } from '#store/tables/post.ts'
import { source } from '#store/tables/source.ts'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { answerHotlineRequest } from '#use-cases/answer-hotline-request.ts'
import type { Context } from '#use-cases/context.ts'
import { correlatePosts } from '#use-cases/correlate-posts.ts'
import { pollSource } from '#use-cases/poll-source.ts'
import { scriptedAuthor } from './feed-document.ts'
import { startFeedServer } from './feed-server.ts'
import { playEvening } from './play-evening.ts'
import { registerFeeds, registerHotlines } from './register.ts'
import type { Round } from './round.ts'
import { drillEvening, type Evening } from './scenario.ts'
import { callBody } from './send-call.ts'

vi.stubEnv('ALLOW_PRIVATE_SOURCES', '127.0.0.1')

const evening = drillEvening()
const messages = [...evening.posts, ...evening.calls]
const outsideSeason = '2026-06-10T10:00:00Z'
const inSeason = '2026-12-10T10:00:00Z'

let test: TestDatabase
beforeEach(async () => {
  test = await freshDatabase()
})
afterEach(() => test.drop())

describe('one evening, played through real feeds and signed calls with a pushed clock', () => {
  it.each([
    ['as the workers poll', 5, evening.feeds],
    ['when they poll late and in another order', 45, evening.feeds.toReversed()],
  ])(
    'opens an incident for every event, joins what belongs together and nothing else, %s',
    async (_, step, feeds) => {
      const [round] = await play({ ...evening, feeds, rounds: 1 }, outsideSeason, step)
      const incidents = await test.db.select().from(incident)
      expect(incidents).toHaveLength(evening.incidents.length)

      const found = await eventsOf(round)
      for (const [, ids] of found) expect(ids.size).toBe(1)
      expect([...found.keys()].sort()).toEqual(evening.incidents.map(({ key }) => key).sort())
      const told = evening.incidents.map(({ key, grade }) => {
        const [id] = found.get(key) ?? []
        const one = incidents.find((row) => row.id === id)
        return { key, grade, stands: one?.grade, posts: one?.postCount }
      })
      for (const { key, grade, stands, posts } of told) {
        expect(`${key} ${stands} ${posts}`).toBe(
          `${key} ${grade} ${messages.filter((message) => message.expect.incident === key).length}`,
        )
      }
      expect(new Set(told.map(({ stands }) => stands))).toEqual(new Set(['I', 'II', 'III', 'IV', 'watch']))
    },
  )

  it('keeps of chatter nothing but a fingerprint, and of nobody a datum', async () => {
    const [round] = await play({ ...evening, rounds: 1 }, outsideSeason)
    const kept = messages.filter((message) => message.expect.kept)
    const [{ seen } = { seen: 0 }] = await test.db.$client<
      { seen: number }[]
    >`select count(*)::int as seen from seen_post`
    expect(seen).toBe(messages.length)
    expect(await test.db.select({ id: post.id }).from(post)).toHaveLength(kept.length)

    const everything = await dump()
    expect(everything).toContain('塔吊')
    for (const { script, text } of [...round.posts, ...round.calls]) {
      if (!script.expect.kept) expect(everything).not.toContain(text.slice(0, 12))
    }
    const data = messages.flatMap((message) => message.expect.masked ?? [])
    for (const datum of [...data, scriptedAuthor, '19900000011']) expect(everything).not.toContain(datum)
  })

  it('raises the crane and the big factory to the gravest grade in the winter season', async () => {
    const [round] = await play({ ...evening, rounds: 1 }, inSeason)
    const gravest = (await test.db.select().from(incident)).filter(({ grade }) => grade === 'I')
    const found = await eventsOf(round)
    for (const key of ['weitang-crane', 'dushangang-garments']) {
      expect(gravest.map(({ id }) => id)).toContain([...(found.get(key) ?? [])][0])
    }
  })

  it('shows about ten incidents within the first minute', async () => {
    const opened: Date[] = []
    await play({ ...evening, rounds: 1 }, outsideSeason, 5)
    for (const { openedAt } of await test.db.select().from(incident)) opened.push(openedAt)
    const within = (seconds: number) =>
      opened.filter((at) => at.getTime() - new Date(outsideSeason).getTime() <= seconds * 1_000).length
    expect(within(5)).toBeGreaterThanOrEqual(1)
    expect(within(60)).toBeGreaterThanOrEqual(9)
    expect(within(90)).toBeGreaterThanOrEqual(12)
  })
})

describe('the evening repeats, and rests', () => {
  it('each round tells of new firms; only events that name nobody join those of the round before', async () => {
    const rounds = await play({ ...evening, rounds: 2 }, outsideSeason)
    expect(rounds).toHaveLength(2)
    const nameless = ['chengnan-riders']
    expect(await test.db.select().from(incident)).toHaveLength(2 * evening.incidents.length - nameless.length)
  })

  it('after its last round nothing more happens', async () => {
    let now = new Date(outsideSeason)
    const begun: Round[] = []
    const calls: string[] = []
    const wait = async (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds)
    }
    await playEvening(
      evening,
      { now: () => now, wait },
      {
        begin: (round) => begun.push(round),
        call: async (call) => void calls.push(call.id),
        stopped: () => false,
      },
    )
    expect(begun).toHaveLength(3)
    expect(new Set(calls).size).toBe(3 * evening.calls.length)
    expect((now.getTime() - Date.parse(outsideSeason)) / 1_000).toBe(3 * evening.lengthSeconds)
  })

  it('ends at once when it is broken off', async () => {
    const calls: string[] = []
    await playEvening(
      evening,
      { now: () => new Date(outsideSeason), wait: async () => undefined },
      {
        begin: () => undefined,
        call: async (call) => void calls.push(call.id),
        stopped: () => calls.length === 2,
      },
    )
    expect(calls).toHaveLength(2)
  })
})

it('registering twice leaves each feed and each hotline once', async () => {
  const context = contextAt(new Date(outsideSeason))
  await registerFeeds(context, evening, (id) => `http://127.0.0.1:9/feeds/${id}`)
  await registerHotlines(context, evening)
  const before = await inUse()
  await registerFeeds(context, evening, (id) => `http://127.0.0.1:9/feeds/${id}`)
  await registerHotlines(context, evening)
  const after = await inUse()
  expect(after).toHaveLength(evening.feeds.length + evening.hotlines.length)
  const feedsOf = (rows: typeof after) => rows.filter(({ kind }) => kind === 'feed').map(({ id }) => id)
  expect(feedsOf(after).sort()).toEqual(feedsOf(before).sort())

  await registerFeeds(context, evening, (id) => `http://127.0.0.1:10/feeds/${id}`)
  const moved = await inUse()
  expect(moved.filter(({ url }) => url?.includes(':10/'))).toHaveLength(evening.feeds.length)
  expect(moved).toHaveLength(after.length)
})

it('the drill has a database of its own', () => {
  const settings = { DATABASE_URL: 'postgres://a@127.0.0.1/anxin', DRILL_DATABASE_URL: undefined }
  const urls = (['real', 'drill'] as const).map((REALM) =>
    realmDatabaseUrl({ ...settings, REALM } as Parameters<typeof realmDatabaseUrl>[0]),
  )
  expect(new Set(urls).size).toBe(2)
})

/** Plays with the clock pushed from poll to poll, every feed being read as a worker would. */
async function play(script: Evening, startsAt: string, stepSeconds = 20): Promise<[Round, ...Round[]]> {
  let now = new Date(startsAt)
  const rounds: Round[] = []
  const server = await startFeedServer(script, rounds, { now: () => now, wait: async () => undefined }, 0)
  try {
    await registerFeeds(contextAt(now), script, server.urlOf)
    const credentials = await registerHotlines(contextAt(now), script)
    const feeds = (await inUse()).filter(({ kind }) => kind === 'feed')
    const readAll = async () => {
      for (const { id } of feeds) await pollSource(contextAt(now), { sourceId: id })
      await correlatePosts(contextAt(now))
    }
    const wait = async (milliseconds: number) => {
      const end = now.getTime() + milliseconds
      while (now.getTime() < end) {
        now = new Date(Math.min(end, now.getTime() + stepSeconds * 1_000))
        await readAll()
      }
    }
    await playEvening(
      script,
      { now: () => now, wait },
      {
        begin: (round) => rounds.push(round),
        stopped: () => false,
        async call(call) {
          const { key = '', secret = '' } = credentials.get(call.script.hotline) ?? {}
          const body = callBody(script, call)
          const timestamp = String(Math.floor(now.getTime() / 1_000))
          const answer = await answerHotlineRequest(contextAt(now), {
            key,
            timestamp,
            signature: signatureOf(secret, timestamp, body),
            body: Buffer.from(body),
          })
          expect(answer).toMatchObject({ ok: true, value: { isNew: true } })
          await correlatePosts(contextAt(now))
        },
      },
    )
  } finally {
    await server.close()
  }
  return rounds as [Round, ...Round[]]
}

function contextAt(now: Date): Context {
  return {
    now,
    actor: { kind: 'system', name: 'drill' },
    newId: () => crypto.randomUUID(),
    log: logger('drill-test'),
    db: test.db,
    hint: async () => undefined,
  }
}

/** Which incidents the messages of each event ended up in. */
async function eventsOf(round: Round): Promise<Map<string, Set<string>>> {
  const rows = await test.db.select().from(post)
  const found = new Map<string, Set<string>>()
  for (const { script, text } of [...round.posts, ...round.calls]) {
    const row = rows.find(({ body }) => body.endsWith(maskPersonalData(text)))
    expect(row !== undefined, script.id).toBe(script.expect.kept)
    if (!row?.incidentId) continue
    const key = script.expect.incident ?? `unexpected ${script.id}`
    found.set(key, (found.get(key) ?? new Set()).add(row.incidentId))
  }
  return found
}

async function inUse() {
  return (await test.db.select().from(source)).filter(({ removedAt }) => removedAt === null)
}

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const sql = test.db.$client
  const tables = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`
  const rows = await Promise.all(
    tables.map(({ name }) => sql<{ row: string }[]>`select t::text as row from ${sql(name)} t`),
  )
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n')
}
