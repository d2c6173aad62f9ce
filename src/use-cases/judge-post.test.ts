import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '#domain/permission.ts'
import { label } from '#store/tables/review.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { carryOutJudgements } from './carry-out-judgements.ts'
import { judgePost } from './judge-post.ts'
import { readReviewQueue } from './read-review-queue.ts'
import { undoJudgement } from './undo-judgement.ts'

const hearsay = '听说海盐有个工地欠了上百人几百万工资'
const settled = '桐乡濮院示例恒安毛衫厂的工资今天已经全部结清，38人'
const standstill = '厂里停电停水三天了，老板说下周发钱'
const claim = '求助，桐乡濮院示例恒安毛衫厂拖欠我们38个工友两个月工资'

let room: Scenario
let feed: Awaited<ReturnType<Scenario['feed']>>
const officer = (agency = 'rsj') => room.officer(agency)

beforeEach(async () => {
  room = await openScenario()
  feed = await room.feed('本地论坛')
})
afterEach(() => room.drop())

async function queue(who: Person = officer()) {
  const read = await readReviewQueue(room.contextOf(who), { without: [] })
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}
async function firstPost(): Promise<string> {
  const [item] = (await queue()).items
  if (!item) throw new Error('nothing waits for a person')
  return item.postId
}
const judge = (postId: string, verdict: Parameters<typeof judgePost>[1]['verdict'], who = officer()) =>
  judgePost(room.contextOf(who), { postId, verdict })
const undo = (postId: string, who = officer()) => undoJudgement(room.contextOf(who), { postId })
async function pass(duration: string) {
  await room.clock.forward(duration)
  await carryOutJudgements(room.contextOf())
  await room.correlate()
}

describe('what waits for a person', () => {
  it('is the doubtful, oldest first, each with what will follow', async () => {
    await feed.publishes(hearsay)
    await room.clock.forward('1m')
    await feed.publishes(standstill)
    await feed.publishes(claim)
    const { items, waiting } = await queue()
    expect(items.map(({ body }) => body)).toEqual([hearsay, standstill])
    expect(waiting).toBe(2)
    expect(items[0]?.foresight.route.slice(0, 3)).toEqual(['zfw', 'xcb', 'rsj'])
    expect(items[0]?.foresight.acceptSeconds).toBeGreaterThan(0)
    expect(items[0]?.label).toBe('hearsay')
  })

  it('says which incident it would join', async () => {
    await feed.publishes(claim)
    await feed.publishes(settled)
    const [item] = (await queue()).items
    expect(item?.foresight.joins).toMatchObject({ number: (await room.onlyIncident()).number })
  })

  it('is not asked for again while a screen has it', async () => {
    await feed.publishes(hearsay)
    const has = await firstPost()
    const more = await readReviewQueue(room.contextOf(officer()), { without: [has] })
    expect(more).toMatchObject({ ok: true, value: { items: [], waiting: 1 } })
  })

  it.each([
    ['a wall', () => room.officer(null, 'wall'), 'role_may_not'],
    ['the police', () => room.officer('gaj'), 'not_your_agency'],
    ['an administrator', () => room.officer('rsj', 'admin'), 'role_may_not'],
  ])('is not shown to %s', async (_, who, code) => {
    await feed.publishes(hearsay)
    expect(await readReviewQueue(room.contextOf(who()), { without: [] })).toMatchObject({ refusal: { code } })
    expect(await judge(crypto.randomUUID(), 'claim', who())).toMatchObject({ refusal: { code } })
  })
})

describe('a claim', () => {
  it('becomes an incident ten seconds after it was judged, and alerts all three', async () => {
    await feed.publishes(hearsay)
    expect(await judge(await firstPost(), 'claim')).toMatchObject({ ok: true })
    await pass('9s')
    expect((await room.board()).incidents).toEqual([])
    await pass('2s')
    const incident = await room.onlyIncident()
    expect(incident.place?.name).toBe('海盐县')
    expect(incident.alerts.map(({ agency }) => agency).slice(0, 3)).toEqual(['zfw', 'xcb', 'rsj'])
  })
})

describe('not ours', () => {
  it('leaves fingerprint, source and time; text, facts and link are nowhere in the database', async () => {
    await feed.publishes(standstill)
    await judge(await firstPost(), 'not_ours')
    await pass('11s')
    expect(await whereIs('停电停水')).toEqual([])
    const [remains] = await room.db.execute(
      sql`select (select count(*) from post)::int as posts, (select count(*) from seen_post)::int as seen`,
    )
    expect(remains).toEqual({ posts: 0, seen: 1 })
    const [kept] = await room.db.select().from(label)
    expect(kept).toMatchObject({ verdict: 'not_ours', taught: 0, body: null, headline: null })
  })

  it('keeps its text from the moment it was judged nowhere but in its own row', async () => {
    await feed.publishes(standstill)
    await judge(await firstPost(), 'other_debt')
    expect(await whereIs('停电停水')).toEqual(['post'])
  })

  it('is not taken in again when the feed shows it again', async () => {
    await feed.publishes(standstill, { externalId: 'one' })
    await judge(await firstPost(), 'not_ours')
    await pass('11s')
    expect(await feed.publishes(standstill, { externalId: 'one' })).toMatchObject({ taken: 0 })
    expect((await queue()).waiting).toBe(0)
  })
})

describe('settled or hearsay', () => {
  it('stands with the incident it speaks of and opens none', async () => {
    await feed.publishes(claim)
    await feed.publishes(settled)
    await judge(await firstPost(), 'settled')
    await pass('11s')
    const incident = await room.onlyIncident()
    expect(incident).toMatchObject({ postCount: 2, grade: incident.grade })
    const [linked] = await room.db.execute(
      sql`select join_reason->>'rule' as rule from post where body = ${settled}`,
    )
    expect(linked).toEqual({ rule: 'said_settled' })
  })

  it('where no incident matches its text is dropped, and the label keeps it for at most 180 days', async () => {
    await feed.publishes(settled)
    await judge(await firstPost(), 'settled')
    await pass('11s')
    expect((await room.board()).incidents).toEqual([])
    expect(await whereIs('今天已经全部结清')).toEqual(['label'])
    await pass('180d')
    expect(await whereIs('今天已经全部结清')).toEqual([])
  })
})

describe('taking back', () => {
  it.each(['claim', 'not_ours', 'settled'] as const)(
    '%s within ten seconds leaves no trace but the log',
    async (verdict) => {
      await feed.publishes(hearsay)
      const postId = await firstPost()
      await judge(postId, verdict)
      expect((await queue()).waiting).toBe(0)
      await room.clock.forward('9s')
      expect(await undo(postId)).toMatchObject({ ok: true })
      await pass('1m')
      expect((await queue()).items.map((item) => item.postId)).toEqual([postId])
      expect((await room.board()).incidents).toEqual([])
      expect(await room.db.select().from(label)).toEqual([])
      const names = await room.db.execute(sql`select name from event where name like 'post.%' order by id`)
      expect(names.map(({ name }) => name)).toEqual(['post.judged', 'post.judgement_undone'])
    },
  )

  it('is too late after ten seconds', async () => {
    await feed.publishes(hearsay)
    const postId = await firstPost()
    await judge(postId, 'claim')
    await pass('10s')
    expect(await undo(postId)).toMatchObject({ refusal: { code: 'too_late_to_undo' } })
    expect((await room.board()).incidents).toHaveLength(1)
  })

  it('is for the post that judged only', async () => {
    await feed.publishes(hearsay)
    const postId = await firstPost()
    await judge(postId, 'claim')
    expect(await undo(postId, officer('xcb'))).toMatchObject({
      refusal: { code: 'not_your_judgement', details: { who: 'rsj duty' } },
    })
  })
})

describe('two reviewers', () => {
  it('never judge one post twice: the second is told who was first, and when', async () => {
    await feed.publishes(hearsay)
    const postId = await firstPost()
    const answers = await Promise.all(
      ['zfw', 'xcb', 'rsj', 'zfw', 'xcb', 'rsj'].map((agency, at) =>
        judge(postId, at % 2 === 0 ? 'claim' : 'not_ours', officer(agency)),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers) {
      if (!answer.ok)
        expect(answer.refusal).toMatchObject({
          code: 'already_judged',
          details: { at: room.clock.now().toISOString() },
        })
    }
    expect(await room.db.select().from(label)).toHaveLength(1)
    const [events] = await room.db.execute(
      sql`select count(*)::int as judged from event where name = 'post.judged'`,
    )
    expect(events).toEqual({ judged: 1 })
  })

  it('one who is late even after the text is gone is still told', async () => {
    await feed.publishes(standstill)
    const postId = await firstPost()
    await judge(postId, 'not_ours')
    await pass('1m')
    expect(await judge(postId, 'claim', officer('zfw'))).toMatchObject({
      refusal: { code: 'already_judged', details: { who: 'rsj duty' } },
    })
  })

  it('taking back while it is being carried out: either it is back, or it was too late', async () => {
    await feed.publishes(standstill)
    const postId = await firstPost()
    await judge(postId, 'not_ours')
    const early = room.contextOf(officer())
    await room.clock.forward('10s')
    const [undone] = await Promise.all([
      undoJudgement(early, { postId }),
      carryOutJudgements(room.contextOf()),
    ])
    const { waiting } = await queue()
    expect(waiting).toBe(undone.ok ? 1 : 0)
    const [{ posts } = { posts: -1 }] = await room.db.execute(sql`select count(*)::int as posts from post`)
    expect(posts).toBe(undone.ok ? 1 : 0)
  })
})

/** Tables in which words stand, in any column. */
async function whereIs(words: string): Promise<string[]> {
  const tables = await room.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await room.db.execute(
      sql`select 1 from ${sql.identifier(name)} as one where one::text like ${`%${words}%`} limit 1`,
    )
    if (row) found.push(name)
  }
  return found.sort()
}
