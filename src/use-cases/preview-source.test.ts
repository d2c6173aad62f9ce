import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answers, type FeedStand, openFeedStand } from '#testing/feed-stand.ts'
import { previewSource } from './preview-source.ts'

let stand: FeedStand
beforeAll(async () => {
  stand = await openFeedStand()
})
afterAll(() => stand.close())
beforeEach(() => stand.clear())

describe('a trial', () => {
  const office = () => stand.room.contextOf(stand.room.officer('rsj', 'office'))
  it('shows what would be flagged, masked, and stores nothing', async () => {
    const id = await stand.feedAt('trial')
    stand.says.feed = answers(
      `<rss><channel><title>论坛</title><item><guid>1</guid><title>桂花开了</title></item><item><guid>2</guid>
       <title>桐乡濮院毛衫厂拖欠38名工人三个月工资，联系19900000000</title></item></channel></rss>`,
    )
    const before = await stand.rowOf(id)
    const seen = await previewSource(office(), { called: id })
    if (!seen.ok) throw new Error(seen.refusal.code)
    expect(seen.value).toMatchObject({ title: '论坛', count: 2, flagged: 1, problem: null })
    expect(seen.value.items.map((item) => item.flagged)).toEqual([true, false])
    expect(JSON.stringify(seen.value)).not.toMatch(/19900000000/)
    expect(await stand.rowOf(id)).toEqual(before)
  })

  it('of a source that cannot be read says why', async () => {
    const id = await stand.feedAt('trial')
    stand.says.feed = answers('', {}, 500)
    expect(await previewSource(office(), { called: id })).toMatchObject({
      ok: true,
      value: { problem: { code: 'http_status' }, items: [] },
    })
  })

  it('is for those who keep the sources', async () => {
    const id = await stand.feedAt('trial')
    const duty = stand.room.contextOf(stand.room.officer('rsj', 'duty'))
    expect(await previewSource(duty, { called: id })).toMatchObject({ refusal: { code: 'role_may_not' } })
    expect(stand.asked).toHaveLength(0)
  })
})
