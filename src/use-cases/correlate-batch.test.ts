import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alert } from '#store/tables/alert.ts'
import { event } from '#store/tables/event.ts'
import { incident, incidentHour } from '#store/tables/incident.ts'
import { post } from '#store/tables/post.ts'
import { incidentStep } from '#store/tables/step.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import type { Context } from './context.ts'
import { correlatePosts } from './correlate-posts.ts'
import { takeInPosts } from './take-in-posts.ts'

type Story = { place: string; firm: string; workers: number; months: number; tail: string; source: number }
type Fate = 'open' | 'resolved' | 'long_resolved' | 'merged' | 'accepted'
type Evening = { before: Story[]; fates: Fate[]; waiting: Story[]; heardLate: boolean }

const story = fc.record({
  place: fc.constantFrom('桐乡濮院', '海宁许村', '嘉善'),
  firm: fc.constantFrom('鑫禾毛衫厂', '鑫禾毛衫有限公司', '一家毛衫厂', '绿沅木业有限公司'),
  workers: fc.constantFrom(8, 12, 38, 40),
  months: fc.constantFrom(2, 3),
  tail: fc.constantFrom('求帮忙', '老板跑路了', '有人爬上楼顶要跳楼', '大家在厂门口聚集讨薪', '谁来管管'),
  source: fc.nat({ max: 3 }),
})
const evening: fc.Arbitrary<Evening> = fc.record({
  before: fc.array(story, { maxLength: 4 }),
  fates: fc.array(fc.constantFrom<Fate>('open', 'resolved', 'long_resolved', 'merged', 'accepted'), {
    minLength: 4,
    maxLength: 4,
  }),
  waiting: fc.array(story, { minLength: 2, maxLength: 14 }),
  heardLate: fc.boolean(),
})

it('many posts at once stand where they would have stood one by one, and tell the same', async () => {
  await fc.assert(
    fc.asyncProperty(evening, async (one) => {
      expect(await after(one, 200)).toEqual(await after(one, 1))
    }),
    { numRuns: 8, examples: [[burst]] },
  )
}, 300_000)

/** Thirty posts about two firms that were known before: spreads, grades, reach and a resolved incident opened again. */
const burst: Evening = {
  before: [
    { place: '桐乡濮院', firm: '鑫禾毛衫厂', workers: 12, months: 2, tail: '求帮忙', source: 0 },
    { place: '海宁许村', firm: '绿沅木业有限公司', workers: 8, months: 2, tail: '求帮忙', source: 1 },
  ],
  fates: ['accepted', 'resolved', 'open', 'open'],
  waiting: Array.from({ length: 30 }, (_, at) => ({
    place: at % 3 === 2 ? '海宁许村' : '桐乡濮院',
    firm: at % 3 === 2 ? '绿沅木业有限公司' : '鑫禾毛衫厂',
    workers: 12 + (at % 5),
    months: 2,
    tail: at === 9 ? '有人爬上楼顶要跳楼' : `第${at}次求助`,
    source: at % 4,
  })),
  heardLate: false,
}

/** All that an evening leaves behind, with the posts of its second part taken `batch` at a time. */
async function after({ before, fates, waiting, heardLate }: Evening, batch: number): Promise<unknown> {
  const room = await openScenario()
  try {
    const sources = [
      await room.feed('本地论坛'),
      await room.feed('微博'),
      await room.feed('短视频'),
      await room.feed('12345 热线', '12345'),
    ]
    const start = room.clock.now().getTime()
    const at = (seconds: number): Context => ({
      ...room.contextOf(),
      now: new Date(start + seconds * 1_000),
      newId: inOrder,
    })
    const send = ({ source, ...told }: Story, context: Context) => {
      const raw = { externalId: randomUUID(), title: '', text: textOf(told), url: null, publishedAt: null }
      const from = { id: sources[source]?.id ?? '', channel: source === 3 ? '12345' : 'online' } as const
      return room.db.transaction((tx) => takeInPosts(context, tx, from, [raw]))
    }
    for (const [n, told] of before.entries()) await send(told, at(n))
    await correlatePosts(at(10), { batch: 1 })
    await meet(room, fates, at(20).now)
    for (const [n, told] of waiting.entries()) await send(told, at(30 + n))
    await correlatePosts(at(heardLate ? 33 : 90), { batch })
    return await leftBehind(room)
  } finally {
    await room.drop()
  }
}

let ids = 0
/** Of two incidents that fit equally the older id is joined: ids must rise as they are given. */
function inOrder(): string {
  ids += 1
  return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`
}

function textOf({ place, firm, workers, months, tail }: Omit<Story, 'source'>): string {
  return `${place}${firm}拖欠${workers}个工人${months}个月工资，${tail}`
}

/** What became of the incidents before the second part began. */
async function meet(room: Scenario, fates: Fate[], now: Date): Promise<void> {
  const known = await room.db.select().from(incident).orderBy(asc(incident.dayCount))
  for (const [n, { id }] of known.entries()) {
    const fate = fates[n]
    const into = known.find((other) => other.id !== id)
    if (fate === 'resolved') await set(room, id, { state: 'closed', closedAt: now })
    if (fate === 'long_resolved')
      await set(room, id, { state: 'closed', closedAt: new Date(now.getTime() - 30 * 86_400_000) })
    if (fate === 'accepted')
      await room.db.update(alert).set({ state: 'accepted', nextStepAt: null }).where(eq(alert.incidentId, id))
    if (fate === 'merged' && n === 1 && into) {
      await set(room, id, { state: 'closed', mergedInto: into.id })
      await room.db.update(post).set({ incidentId: into.id }).where(eq(post.incidentId, id))
    }
  }
}

const set = (room: Scenario, id: string, change: Partial<typeof incident.$inferInsert>) =>
  room.db.update(incident).set(change).where(eq(incident.id, id))

/** Every row that correlation writes, with numbers in place of ids. */
async function leftBehind(room: Scenario): Promise<unknown> {
  const incidents = await room.db.select().from(incident).orderBy(asc(incident.dayCount))
  const alerts = await room.db.select().from(alert)
  const rows = {
    incidents,
    alerts,
    steps: await room.db.select().from(incidentStep),
    hours: await room.db.select().from(incidentHour),
    posts: (await room.db.select().from(post).orderBy(asc(post.receivedAt))).map(
      ({ body, state, incidentId, joinReason, bands }) => ({ body, state, incidentId, joinReason, bands }),
    ),
    events: (await room.db.select().from(event).orderBy(asc(event.id))).map(
      ({ name, at, data, incidentId, route }) => ({ name, at, data, incidentId, route }),
    ),
  }
  const names = new Map([
    ...incidents.map(({ id, dayCount }) => [id, `incident ${dayCount}`] as const),
    ...alerts.map(({ id, incidentId, agency }) => [id, `alert ${incidentId} ${agency}`] as const),
  ])
  const named = (text: string) => text.replace(/00000000-0000-4000-8000-\d{12}/g, (id) => names.get(id) ?? id)
  const plain = JSON.parse(named(named(JSON.stringify(rows)))) as Record<string, unknown[]>
  const sorted = (list: unknown[] = []) => list.map((row) => JSON.stringify(row)).sort()
  return { ...plain, alerts: sorted(plain.alerts), steps: sorted(plain.steps), hours: sorted(plain.hours) }
}
