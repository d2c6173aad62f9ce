import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { record } from '#store/event-log.ts'
import { alert } from '#store/tables/alert.ts'
import { event } from '#store/tables/event.ts'
import { incident } from '#store/tables/incident.ts'
import { callApi, keyOf } from '#testing/api-caller.ts'
import { type ApiRoom, openApiRoom } from '#testing/api-room.ts'

let opened: ApiRoom
let room: ApiRoom['room']
let incidentId: string

beforeAll(async () => {
  opened = await openApiRoom()
  room = opened.room
  incidentId = opened.incidentId
})
afterAll(() => opened.close())

const alertIdOf = async (agency: string) => {
  const rows = await room.db.select().from(alert).where(eq(alert.incidentId, incidentId))
  return rows.find((one) => one.agency === agency)?.id ?? ''
}
const routeOf = async () => {
  const [row] = await room.db.select().from(incident).where(eq(incident.id, incidentId))
  return row?.route ?? []
}

describe('incidents', () => {
  it('are listed by pages, newest first, each once', async () => {
    const { key } = await keyOf('rsj')
    const forum = await room.feed('另一论坛')
    await forum.publishes('平湖新埭箱包厂拖欠12个工人四个月工资')
    await forum.publishes('海宁长安镇幸福花苑项目拖欠木工班组工资，22个人半年没拿到钱')
    const whole = await callApi('listIncidents', { key })
    const all = (whole.body.incidents as { id: string }[]).map(({ id }) => id)
    expect(all.length).toBeGreaterThanOrEqual(3)
    const paged: string[] = []
    let cursor: unknown = ''
    while (cursor !== null) {
      const page = await callApi('listIncidents', {
        key,
        query: { limit: 1, ...(cursor ? { cursor: String(cursor) } : {}) },
      })
      paged.push(...(page.body.incidents as { id: string }[]).map(({ id }) => id))
      cursor = page.body.next
    }
    expect(paged).toEqual(all)
  })

  it.each<[string, object, boolean]>([
    ['its state', { state: 'open' }, true],
    ['another state', { state: 'closed' }, false],
    ['an agency on its route', { agency: 'xcb' }, true],
    ['an agency not on its route', { agency: 'nobody' }, false],
    ['a later time', { openedAfter: '2099-01-01T00:00:00Z' }, false],
    ['an earlier time', { openedBefore: '2001-01-01T00:00:00Z' }, false],
  ])('can be chosen by %s', async (_, query, found) => {
    const { key } = await keyOf('rsj')
    const told = await callApi('listIncidents', { key, query: query as Record<string, string> })
    expect((told.body.incidents as { id: string }[]).some(({ id }) => id === incidentId)).toBe(found)
  })

  it('tell the posts only to an agency on the route, by a key with the scope for text', async () => {
    const postsFor = async (agency: string, ...scopes: Parameters<typeof keyOf>[1][]) => {
      const { key } = await keyOf(agency, ...scopes)
      return callApi('readIncident', { key, path: { id: incidentId } })
    }
    expect((await postsFor('rsj')).body.posts).toMatchObject([{ body: expect.stringContaining('毛衫厂') }])
    expect((await postsFor('rsj', 'incidents:read')).body.posts).toBeNull()
    const member = (await routeOf()).includes('jtj') ? 'slj' : 'jtj'
    const outside = await postsFor(member)
    expect(outside).toMatchObject({ status: 404, body: { code: 'no_such_incident' } })
    const listed = await callApi('listIncidents', { key: (await keyOf(member)).key })
    expect(listed.body.incidents).toEqual([])
  })

  it('of a city agency seen off the route show no text', async () => {
    const route = (await routeOf()).filter((key) => key !== 'zfw')
    const off = randomUUID()
    await room.db.execute(sql`
      insert into incident select (jsonb_populate_record(null::incident, to_jsonb(i) ||
        jsonb_build_object('id', ${off}::text, 'day_count', 900, 'route', ${JSON.stringify(route)}::jsonb))).*
      from incident i where id = ${incidentId}`)
    await room.db.execute(sql`update post set incident_id = ${off} where incident_id = ${incidentId}`)
    const told = await callApi('readIncident', { key: (await keyOf('zfw')).key, path: { id: off } })
    const own = await callApi('readIncident', { key: (await keyOf('rsj')).key, path: { id: off } })
    await room.db.execute(sql`update post set incident_id = ${incidentId} where incident_id = ${off}`)
    expect([told.status, told.body.posts]).toEqual([200, null])
    expect(own.body.posts).toHaveLength(1)
    expect(JSON.stringify(told.body)).not.toContain('没着落')
  })

  it('opened with their text are noted in the log', async () => {
    const { key } = await keyOf('xcb')
    await callApi('readIncident', { key, path: { id: incidentId } })
    const noted = await room.db.select().from(event).where(eq(event.name, 'text.read'))
    expect(noted.some(({ actor }) => actor?.agency === 'xcb')).toBe(true)
  })
})

describe('an acceptance', () => {
  const body = { post: '宣传部值班员' }

  it('needs a post of the key’s own agency', async () => {
    const path = { id: await alertIdOf('xcb') }
    const { key } = await keyOf('xcb')
    expect(await callApi('acceptAlert', { key, path, body: { post: '局长本人' } })).toMatchObject({
      status: 403,
      body: { code: 'unknown_post' },
    })
    expect(await callApi('acceptAlert', { key, path, body: { post: '人社局值班员' } })).toMatchObject({
      status: 403,
      body: { code: 'unknown_post' },
    })
    expect(await callApi('acceptAlert', { key, path, body: {} })).toMatchObject({ status: 422 })
  })

  it('is not for another agency', async () => {
    const { key } = await keyOf('rsj')
    const told = await callApi('acceptAlert', {
      key,
      path: { id: await alertIdOf('xcb') },
      body: { post: '人社局值班员' },
    })
    expect(told).toMatchObject({ status: 403, body: { code: 'not_your_agency' } })
  })

  it('is carried out once, and the same key with the same request gets the same answer', async () => {
    const { key } = await keyOf('xcb')
    const call = { key, path: { id: await alertIdOf('xcb') }, body, headers: { 'idempotency-key': 'k-1' } }
    const [first, ...same] = await Promise.all([1, 2, 3].map(() => callApi('acceptAlert', call)))
    const answers = [first, ...same].map((one) => one?.status)
    expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(1)
    expect(answers.every((status) => status === 200 || status === 409)).toBe(true)
    const again = await callApi('acceptAlert', call)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toMatchObject({
      state: 'accepted',
      acceptedBy: { post: '宣传部值班员', agency: 'xcb', via: expect.stringContaining('test') },
    })
    const accepted = await room.db.select().from(event).where(eq(event.name, 'alert.accepted'))
    expect(accepted).toHaveLength(1)
    const other = { ...call, path: { id: await alertIdOf('rsj') } }
    expect((await callApi('acceptAlert', other)).body.code).toBe('idempotency_key_reused')
    const anew = { ...call, headers: { 'idempotency-key': 'k-2' } }
    expect(await callApi('acceptAlert', anew)).toMatchObject({
      status: 409,
      body: { code: 'already_accepted' },
    })
    const broken = { ...call, headers: { 'idempotency-key': 'ключ'.slice(0, 0) || 'a b' } }
    expect((await callApi('acceptAlert', broken)).body.code).toBe('idempotency_key_malformed')
  })

  it('of what does not exist is not found', async () => {
    const { key } = await keyOf('xcb')
    const told = await callApi('acceptAlert', { key, path: { id: randomUUID() }, body })
    expect(told).toMatchObject({ status: 404, body: { code: 'no_such_alert' } })
  })
})

describe('a step', () => {
  it('is recorded for a duty post, and only once', async () => {
    const { key } = await keyOf('rsj')
    const call = {
      key,
      path: { id: incidentId },
      body: { post: '人社局值班员', step: 'on_site', note: '已到场' },
    }
    expect(await callApi('recordStep', call)).toMatchObject({
      status: 201,
      body: { step: 'on_site', note: '已到场', doneBy: { post: '人社局值班员', agency: 'rsj' } },
    })
    expect(await callApi('recordStep', call)).toMatchObject({ status: 409, body: { code: 'already_done' } })
  })
})

describe('events', () => {
  it('of incidents come after a cursor, in order, to whoever may see the incident', async () => {
    const { key } = await keyOf('rsj')
    const told = await callApi('readEvents', { key, query: { limit: 500 } })
    const seen = told.body.events as { id: number; name: string; incidentId: string }[]
    expect(seen.map(({ name }) => name)).toContain('incident.opened')
    expect(seen.every(({ incidentId: about }) => about !== null)).toBe(true)
    expect(seen.map(({ id }) => id)).toEqual([...seen.map(({ id }) => id)].sort((a, b) => a - b))
    const next = await callApi('readEvents', { key, query: { after: Number(told.body.cursor) } })
    expect(next.body.events).toEqual([])
    const outside = await callApi('readEvents', { key: (await keyOf('slj')).key, query: { limit: 500 } })
    expect(outside.body.events).toEqual([])
    expect(JSON.stringify(told.body)).not.toContain('没着落')
  })

  it('never say who read, who has an account or a key', async () => {
    const { key } = await keyOf('rsj')
    const told = await callApi('readEvents', { key, query: { limit: 500 } })
    const names = (told.body.events as { name: string }[]).map(({ name }) => name)
    expect(names.filter((name) => /^(text|user|api_key|webhook|source|export)\./.test(name))).toEqual([])
  })

  it('are waited for, and come as soon as they happen', async () => {
    const { key } = await keyOf('rsj')
    const { cursor } = (await callApi('readEvents', { key, query: { limit: 500 } })).body
    const begun = performance.now()
    const waiting = callApi('readEvents', { key, query: { after: Number(cursor), wait: 20 } })
    await room.db.transaction((tx) =>
      record(
        tx,
        [
          {
            name: 'incident.closed',
            data: { incidentId, rule: 'drill_over' },
            incidentId,
            route: ['zfw', 'xcb', 'rsj'],
          },
        ],
        { at: new Date(), actor: null },
      ),
    )
    expect((await waiting).body.events).toMatchObject([{ name: 'incident.closed' }])
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  it('that do not come let the asker go when the time is over, or he has gone', async () => {
    const { key } = await keyOf('rsj')
    const after = Number((await callApi('readEvents', { key, query: { limit: 500 } })).body.cursor)
    const told = await callApi('readEvents', { key, query: { after, wait: 1 } })
    expect(told.body).toMatchObject({ events: [], more: false })
    const begun = performance.now()
    const gone = AbortSignal.timeout(100)
    await callApi('readEvents', { key, query: { after, wait: 20 }, signal: gone })
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})
