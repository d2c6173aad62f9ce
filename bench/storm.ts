import { randomUUID } from 'node:crypto'
import { openScenario } from '#testing/scenario.ts'
import { takeInPosts } from '#use-cases/take-in-posts.ts'
import type { Figure } from './table.ts'

const posts = 5_000
const parts = 5

/** Posts about one event, all at once, from reading to the last joined: how long, and whether the last cost what the first did. */
export async function stormParts(): Promise<Figure[]> {
  const room = await openScenario()
  try {
    const platforms = await Promise.all(['论坛', '微博', '短视频', '贴吧'].map((name) => room.feed(name)))
    const begun = performance.now()
    const perPost: number[] = []
    for (let part = 0; part < parts; part += 1) {
      const source = { id: platforms[part % platforms.length]?.id ?? '', channel: 'online' as const }
      const batch = Array.from({ length: posts / parts }, (_, at) => storyAt(part * (posts / parts) + at))
      await room.db.transaction((tx) => takeInPosts(room.contextOf(), tx, source, batch))
      const from = performance.now()
      await room.correlate()
      perPost.push((performance.now() - from) / batch.length)
    }
    const seconds = (performance.now() - begun) / 1_000
    const { incidents } = await room.board()
    const joined = incidents.reduce((sum, { postCount }) => sum + postCount, 0)
    return [
      {
        what: `${posts} posts about one event, read to joined`,
        value: seconds,
        unit: 's',
        limit: 60,
        note: `${joined} joined into ${incidents.length} incident; ms per post by fifths: ${perPost.map((ms) => ms.toFixed(1)).join(', ')}`,
      },
    ]
  } finally {
    await room.drop()
  }
}

const cries = ['求助', '大家看看', '谁来管', '太气人了', '帮帮忙', '等着钱回家', '都在厂门口']

function storyAt(number: number) {
  const cry = cries[number % cries.length]
  const text = `濮院示例恒沅毛衫厂拖欠38个工人两个月工资，${cry}，编号${number}，${cries[(number * 5) % cries.length]}`
  return { externalId: randomUUID(), title: '', text, url: null, publishedAt: null }
}
