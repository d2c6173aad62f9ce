import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { database } from '#store/database.ts'
import { lastEventId } from '#store/event-log.ts'
import { openHall } from '#testing/hall.ts'

const soon = { timeout: 10_000, interval: 20 }

describe('a gateway that cannot read the log', () => {
  let hall: Awaited<ReturnType<typeof openHall>>
  beforeAll(async () => {
    hall = await openHall({ blindAfterMs: 1_500 })
  })
  afterAll(() => hall.close())

  it('cuts its screens off instead of letting old news look fresh, and takes them back afterwards', async () => {
    const officer = await hall.signIn('wall')
    const screen = await hall.openLive(officer, await lastEventId(database()), { reconnection: true })
    await database().execute(sql`alter table event rename to event_away`)
    await vi.waitFor(() => expect(screen.gone).toBe(true), soon)
    await database().execute(sql`alter table event_away rename to event`)
    await vi.waitFor(() => expect(screen.socket.connected).toBe(true), soon)
    expect(screen.refused).not.toBe('not_signed_in')
  })
})
