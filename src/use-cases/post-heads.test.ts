import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifySignature } from '#platform/signature.ts'
import { readLogHead } from '#store/event-chain.ts'
import { record } from '#store/event-log.ts'
import { event } from '#store/tables/event.ts'
import { postedHead } from '#store/tables/log-head.ts'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { type HeadKeeper, postDueHeads, postHeadNow } from './post-heads.ts'

const secret = 's'.repeat(32)
let room: Scenario
let keeper: HeadKeeper
let heard: { body: string; timestamp: string; signature: string }[]
let answer: number

beforeEach(async () => {
  room = await openScenario()
  heard = []
  answer = 204
  const url = await serve((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      const { 'x-anxin-timestamp': timestamp, 'x-anxin-signature': signature } = request.headers
      heard.push({
        body: Buffer.concat(parts).toString('utf8'),
        timestamp: String(timestamp),
        signature: String(signature),
      })
      response.writeHead(answer).end()
    })
  })
  keeper = { url: `${url}/heads`, secret }
  await room.db.transaction((tx) =>
    record(
      tx,
      [{ name: 'source.added', data: { sourceId: 's', name: 'x' }, incidentId: null, route: null }],
      {
        at: room.clock.now(),
        actor: null,
      },
    ),
  )
})
afterEach(async () => {
  closeServers()
  await room.drop()
})

const sweep = () => postDueHeads(room.contextOf(), keeper)

describe('the head of the log', () => {
  it('is told outside once a day in Shanghai, signed', async () => {
    const head = await readLogHead(room.db)
    expect(await sweep()).toBe(1)
    await room.clock.forward('1h')
    expect(await sweep()).toBe(0)
    const [told] = heard
    expect(JSON.parse(told?.body ?? '')).toEqual({
      realm: 'real',
      ...head,
      takenAt: '2026-11-23T06:00:00.000Z',
    })
    const checked = verifySignature({
      secret,
      ...(told ?? { body: '', timestamp: '', signature: '' }),
      now: new Date('2026-11-23T06:00:01Z'),
    })
    expect(checked.ok).toBe(true)
    await room.clock.forward('10h')
    expect(await sweep()).toBe(1)
  })

  it('is tried again, ever later, and the same head each time', async () => {
    answer = 503
    const tries: string[] = []
    for (const wait of ['0s', '1m', '5m', '15m']) {
      await room.clock.forward(wait)
      await sweep()
      tries.push(JSON.parse(heard.at(-1)?.body ?? '').hash)
    }
    answer = 204
    await room.clock.forward('59m')
    await sweep()
    expect(heard).toHaveLength(4)
    await room.clock.forward('1m')
    expect(await sweep()).toBe(1)
    expect(heard).toHaveLength(5)
    expect(new Set(tries).size).toBe(1)
  })

  it('that could not be told at all is an event', async () => {
    answer = 500
    for (const wait of ['0s', '1m', '5m', '15m', '60m', '5h']) {
      await room.clock.forward(wait)
      await sweep()
    }
    expect(heard).toHaveLength(5)
    const events = await room.db.select().from(event)
    expect(events.at(-1)).toMatchObject({
      name: 'log_head.undelivered',
      data: { seq: 1, attempts: 5, problem: 'http_status', host: new URL(keeper.url).host },
    })
  })

  it('is told on demand, and says when that fails', async () => {
    expect(await postHeadNow(room.contextOf(), keeper)).toMatchObject({ ok: true, value: { seq: 1 } })
    answer = 302
    expect(await postHeadNow(room.contextOf(), keeper)).toMatchObject({
      ok: false,
      refusal: { code: 'head_not_posted' },
    })
    expect(await room.db.$count(postedHead)).toBe(2)
  })

  it('goes nowhere when no keeper is set', async () => {
    expect(await postDueHeads(room.contextOf(), null)).toBe(0)
    expect(await postHeadNow(room.contextOf(), null)).toMatchObject({ refusal: { code: 'no_head_keeper' } })
  })
})
