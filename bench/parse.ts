import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import Parser from 'rss-parser'
import { parseFeed } from '#sources/feed.ts'
import { type Figure, share } from './table.ts'

/** Turns of each reader. */
const turns = { 50: 40, 1000: 10 } as const
/** Readings in one turn: each reader clears away its own rubbish, and a busy machine slows all of them alike. */
const atATurn = 6

/**
 * Feeds of 50 and of 1,000 items, read by us from bytes to plain text (decoded, made safe, tags gone) beside what
 * rss-parser and feedsmith do with the text alone; the limit is rss-parser in the same run.
 */
export async function parseParts(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const items of [50, 1_000] as const) {
    const text = feedOf(items)
    const bytes = Buffer.from(text)
    const now = new Date('2026-11-23T06:00:00Z')
    const [ours = 0, rssParser = 0, feedsmith = 0] = await sideBySide(turns[items], [
      () => parseFeed(bytes, { now, url: 'https://forum.example/rss' }),
      () => new Parser().parseString(text),
      () => parseWithFeedsmith(text),
    ])
    const beside = `rss-parser ${rssParser.toFixed(1)} ms, feedsmith ${feedsmith.toFixed(1)} ms, of the text alone`
    figures.push({
      what: `feed of ${items} items parsed`,
      value: ours,
      unit: 'ms',
      limit: Math.round(rssParser * 10) / 10,
      note: `median; ${beside}`,
    })
  }
  return figures
}

/** The median of each, the first turn a warm-up; of a turn the first reading pays for what the reader before left. */
async function sideBySide(times: number, readers: (() => unknown)[]): Promise<number[]> {
  const series = readers.map((): number[] => [])
  for (let turn = 0; turn <= times; turn++) {
    for (const [at, read] of readers.entries()) {
      for (let reading = 0; reading < atATurn; reading++) {
        const begun = performance.now()
        await read()
        if (turn > 0 && reading > 0) series[at]?.push(performance.now() - begun)
      }
    }
  }
  return series.map((one) => share(one, 0.5))
}

function feedOf(items: number): string {
  const item = (n: number) =>
    `<item><title>第${n}条：濮院一家毛衫厂老板跑路，拖欠工资</title><link>https://forum.example/t/${n}</link>` +
    `<guid>https://forum.example/t/${n}</guid><dc:creator>某某</dc:creator>` +
    `<pubDate>Mon, 23 Nov 2026 ${String(n % 24).padStart(2, '0')}:00:00 +0800</pubDate>` +
    `<description><![CDATA[<p>来电反映桐乡濮院一家毛衫厂老板跑路，拖欠<b>${n}</b>名工人两个月工资。</p><p>请求帮助&nbsp;谢谢</p>]]></description></item>`
  const all = Array.from({ length: items }, (_, n) => item(n)).join('\n')
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>论坛</title>
<link>https://forum.example/</link><description>板块</description>${all}</channel></rss>`
}
