import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newPollingMemory } from '#domain/source/polling.ts'
import { tallyHour } from '#store/source-hours.ts'
import { noteSuccess, type SourceRow } from '#store/sources.ts'
import { event } from '#store/tables/event.ts'
import { source } from '#store/tables/source.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { changeSource } from './change-source.ts'
import { listSources } from './list-sources.ts'
import { readPulse } from './read-pulse.ts'
import { watchSilence } from './watch-silence.ts'

let room: Scenario
/** A Monday, 00:00 in Jiaxing. */
beforeEach(async () => {
  room = await openScenario('2026-11-01T16:00:00Z')
})
afterEach(() => room.drop())

type Feed = Awaited<ReturnType<Scenario['feed']>>
const row = async (id: string): Promise<SourceRow> => {
  const [found] = await room.db.select().from(source).where(eq(source.id, id))
  if (!found) throw new Error('the source is gone')
  return found
}
/** The clock of Jiaxing, in hours of the day. */
const hour = () => (room.clock.now().getUTCHours() + 8) % 24

async function forum(name = '本地论坛'): Promise<Feed> {
  const feed = await room.feed(name)
  await room.db.update(source).set({ intervalSeconds: 3_600 }).where(eq(source.id, feed.id))
  return feed
}
async function isRead(feed: Feed): Promise<void> {
  const at = room.clock.now()
  await noteSuccess(room.db, feed.id, at, null, { polling: newPollingMemory, nextPollAt: at })
  await tallyHour(room.db, feed.id, at, { seen: 0, flagged: 0, polls: 1 })
}

/** Hours as they come: the forum speaks three times an hour from 8 to 22 and is read every hour. */
async function hours(count: number, feed: Feed, { speaks = true, read = true } = {}): Promise<string[]> {
  const told: string[] = []
  for (let n = 0; n < count; n++) {
    if (read) await isRead(feed)
    if (speaks && read && hour() >= 8 && hour() < 22) {
      for (let m = 0; m < 3; m++) await feed.isSent('今天天气不错，晚上去散步')
    }
    await room.clock.forward('1h')
    told.push(...(await watchSilence(room.contextOf())))
  }
  return told
}
const told = async () => (await room.db.select().from(event)).filter(({ name }) => name.startsWith('source.'))
const stateOf = async () => {
  const listed = await listSources(room.contextOf())
  return listed.ok ? listed.value[0] : undefined
}

describe('a talkative forum', () => {
  it('is not called silent in its first days, nor at night', async () => {
    expect(await hours(6 * 24, await forum())).toEqual([])
  }, 60_000)

  it('gone quiet is told once, by day, and told again when it speaks', async () => {
    const feed = await forum()
    await hours(5 * 24 + 10, feed)
    // Ten in the morning: from now on it is read, and says nothing.
    expect(await hours(36, feed, { speaks: false })).toEqual(['本地论坛'])
    const [fell] = await told()
    expect(fell).toMatchObject({ name: 'source.fell_silent', data: { name: '本地论坛' }, actor: null })
    expect((await row(feed.id)).silence?.expected).toBeGreaterThan(10)
    await isRead(feed)
    const shown = await stateOf()
    expect(shown).toMatchObject({ state: 'silent', silence: { since: expect.any(String) } })
    const pulse = await readPulse(room.contextOf())
    expect(pulse.ok && pulse.value.sources[0]).toMatchObject({
      state: 'silent',
      quietSince: shown?.silence?.since,
    })
    await room.clock.forward('1h')
    await feed.isSent('终于又能发帖了')
    expect(await watchSilence(room.contextOf())).toEqual(['本地论坛'])
    await isRead(feed)
    expect(await stateOf()).toMatchObject({ state: 'alive', silence: null })
    expect((await told()).map(({ name }) => name)).toEqual(['source.fell_silent', 'source.spoke_again'])
  }, 60_000)

  it('that cannot be read is a failure, not a silence', async () => {
    const feed = await forum()
    await hours(5 * 24 + 10, feed)
    expect(await hours(30, feed, { read: false })).toEqual([])
  }, 60_000)

  it('paused is not missed, and what was said of it is taken back', async () => {
    const feed = await forum()
    await hours(5 * 24 + 10, feed)
    await hours(30, feed, { speaks: false })
    await changeSource(room.contextOf(room.officer('rsj', 'office')), { called: feed.id, to: 'pause' })
    expect(await row(feed.id)).toMatchObject({ fellSilentAt: null, silence: null })
    expect(await watchSilence(room.contextOf())).toEqual([])
  }, 60_000)

  it('is told once when two processes watch', async () => {
    const feed = await forum()
    await hours(5 * 24 + 10, feed)
    for (let n = 0; n < 30; n++) {
      await isRead(feed)
      await room.clock.forward('1h')
      await Promise.all([watchSilence(room.contextOf()), watchSilence(room.contextOf())])
    }
    expect(await told()).toHaveLength(1)
  }, 60_000)
})

it('a forum that seldom speaks is never called silent', async () => {
  const feed = await forum()
  for (let day = 0; day < 10; day++) {
    if (day < 8 && day % 2 === 0) await feed.isSent('今天天气不错')
    expect(await hours(24, feed, { speaks: false })).toEqual([])
  }
}, 60_000)
