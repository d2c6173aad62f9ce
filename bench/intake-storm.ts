import { setTimeout as pause } from 'node:timers/promises'
import { openPipeline } from './pipeline.ts'
import { serveFeeds, stormRssOf } from './pipeline-feeds.ts'
import type { Figure } from './table.ts'

const feeds = 60
const itemsEach = 84
const posts = feeds * itemsEach

/** Five thousand claims in a minute through the built workers, one feed of eighty-four each second: all must stand with an incident. */
export async function intakeStormParts(): Promise<Figure[]> {
  const now = new Date()
  const documents = Array.from({ length: feeds }, (_, feed) => stormRssOf(feed, itemsEach, now))
  const served = await serveFeeds(documents, () => undefined)
  const room = await openPipeline(feeds)
  try {
    const ids = await Promise.all(served.urls.map((url, at) => room.addFeed(`论坛${at}`, url)))
    const began = performance.now()
    for (const [second, id] of ids.entries()) {
      await pause(Math.max(0, began + second * 1_000 - performance.now()))
      await room.begin(id)
    }
    const lastBegun = performance.now()
    const { last } = await room.poll([], posts)
    const { seen, joined, incidents, events } = await room.counts()
    return [
      {
        what: `${posts} claims in 60 s, without an incident afterwards`,
        value: posts - joined,
        unit: 'posts',
        limit: 0,
        note: `${seen} seen, ${joined} joined into ${incidents} incidents, ${events} events`,
      },
      {
        what: 'last event after the last feed was begun',
        value: (last - lastBegun) / 1_000,
        unit: 's',
        limit: 60,
        note: '60 feeds, one begun each second',
      },
      {
        what: 'one worker at its largest',
        value: await room.peakMegabytes(),
        unit: 'MB',
        limit: 400,
        note: 'VmHWM',
      },
    ]
  } finally {
    await room.close()
    await served.close()
  }
}
