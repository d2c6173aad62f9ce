import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dueSources } from '#store/sources.ts'
import { event } from '#store/tables/event.ts'
import { post } from '#store/tables/post.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { addSource } from './add-source.ts'
import { changeSource } from './change-source.ts'
import { listSources } from './list-sources.ts'

let room: Scenario
const hint = vi.fn(async () => undefined)
beforeEach(async () => {
  room = await openScenario()
  hint.mockClear()
})
afterEach(() => room.drop())

const office = () => ({ ...room.contextOf(room.officer('rsj', 'office')), hint })
const feed = { url: ' https://forum.example/rss ', name: null, intervalSeconds: 300 }
const names = async () => {
  const listed = await listSources(office())
  return listed.ok ? listed.value.map(({ name, state }) => `${name} ${state}`) : []
}

describe('a source', () => {
  it('is added under its host’s name, polled at once and written in the log', async () => {
    const added = await addSource(office(), feed)
    if (!added.ok) throw new Error(added.refusal.code)
    expect(added.value.name).toBe('forum.example')
    expect(await names()).toEqual(['forum.example new'])
    expect(hint).toHaveBeenCalledExactlyOnceWith('poll-source', { sourceId: added.value.id }, added.value.id)
    expect(await dueSources(room.db, room.clock.now(), 9)).toEqual([added.value.id])
    const [logged] = await room.db.select().from(event)
    expect(logged).toMatchObject({ name: 'source.added', actor: { post: 'rsj office', agency: 'rsj' } })
  })

  it.each<[string, Partial<typeof feed>, string]>([
    ['no address', { url: '论坛' }, 'bad_address'],
    ['a file of ours', { url: 'file:///etc/passwd' }, 'bad_address'],
    ['an address of another kind', { url: 'ftp://forum.example/rss' }, 'bad_address'],
    ['an address there already', {}, 'source_exists'],
  ])('with %s is refused', async (_, more, code) => {
    await addSource(office(), feed)
    expect(await addSource(office(), { ...feed, ...more })).toMatchObject({ ok: false, refusal: { code } })
    expect(await names()).toHaveLength(1)
  })

  it('is paused, resumed and removed; what it has brought stays', async () => {
    const { id } = await room.feed('本地论坛')
    const forum = await room.feed('贴吧')
    await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
    await changeSource(office(), { called: '本地论坛', to: 'pause' })
    expect(await names()).toEqual(expect.arrayContaining(['本地论坛 paused']))
    expect(await dueSources(room.db, room.clock.now(), 9)).not.toContain(id)
    await changeSource(office(), { called: id, to: 'resume' })
    expect(hint).toHaveBeenCalledExactlyOnceWith('poll-source', { sourceId: id }, id)
    await changeSource(office(), { called: '贴吧', to: 'remove' })
    expect((await names()).join()).not.toMatch(/贴吧/)
    expect(await room.db.$count(post, eq(post.sourceId, forum.id))).toBe(1)
    expect((await room.onlyIncident()).sources).toEqual(['贴吧'])
    expect((await room.db.select().from(event)).map(({ name }) => name).slice(-3)).toEqual([
      'source.paused',
      'source.resumed',
      'source.removed',
    ])
  })

  it('once removed may be added again', async () => {
    await addSource(office(), feed)
    await changeSource(office(), { called: 'https://forum.example/rss', to: 'remove' })
    expect(await addSource(office(), feed)).toMatchObject({ ok: true })
  })

  it('nobody knows is refused', async () => {
    const answer = await changeSource(office(), { called: '没有', to: 'pause' })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'no_such_source' } })
  })

  it('is not for duty officers to add or change', async () => {
    const duty = { ...room.contextOf(room.officer('xcb')), hint }
    expect(await addSource(duty, feed)).toMatchObject({ ok: false, refusal: { code: 'role_may_not' } })
    expect(await changeSource(duty, { called: 'x', to: 'pause' })).toMatchObject({
      ok: false,
      refusal: { code: 'role_may_not' },
    })
  })
})
