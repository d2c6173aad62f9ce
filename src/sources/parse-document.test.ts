import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse-document.ts'

const folder = new URL('../../../shared/data/feeds/', import.meta.url)
const present = existsSync(new URL('manifest.json', folder))

type Expectation = {
  items?: number
  feedTitle?: string
  firstTitle?: string
  firstLink?: string
  firstDate?: string
  firstUpdated?: string
  firstDateRaw?: string
  mustNotThrow?: boolean
  mayReject?: boolean
  mustNotExpand?: boolean
}
type Case = { file: string; kind: string; httpContentType?: string; expect: Expectation }

const now = new Date('2026-10-01T00:00:00Z')

describe.skipIf(!present)('feeds written by others', () => {
  const cases: Case[] = present ? JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) : []

  it('reads them without a throw and mostly as their authors say', { timeout: 120_000 }, async () => {
    const tally = new Map<string, [number, number]>()
    const misses: string[] = []
    const score = (what: string, right: boolean, say: string) => {
      const [hits, all] = tally.get(what) ?? [0, 0]
      tally.set(what, [hits + (right ? 1 : 0), all + 1])
      if (!right) misses.push(`${what}: ${say}`)
    }
    for (const { file, expect: wanted, httpContentType } of cases) {
      const bytes = readFileSync(new URL(file, folder))
      const got = await parseDocument(bytes, { contentType: httpContentType ?? null, now })
      const first = got.ok ? got.items[0] : undefined
      const say = (value: unknown, expected: unknown) =>
        `${file}\n   got ${JSON.stringify(value)}\n   want ${JSON.stringify(expected)}`
      if (wanted.mustNotThrow) score('mustNotThrow', got.ok, say(got, 'a feed'))
      if (wanted.items !== undefined)
        score(
          'items',
          got.ok && got.items.length === Math.min(wanted.items, 2000),
          say(got.ok ? got.items.length : got, wanted.items),
        )
      if (wanted.firstTitle)
        score(
          'firstTitle',
          first?.title === wanted.firstTitle.replace(/\s+/g, ' ').trim(),
          say(first?.title, wanted.firstTitle),
        )
      if (wanted.firstLink)
        score('firstLink', first?.url === wanted.firstLink, say(first?.url, wanted.firstLink))
      const date = wanted.firstDate ?? wanted.firstDateRaw
      if (date)
        score(
          'firstDate',
          [wanted.firstDate, wanted.firstUpdated, wanted.firstDateRaw].some(
            (one) => one && first?.publishedAt && Date.parse(one) === Date.parse(first.publishedAt),
          ),
          say(first?.publishedAt, date),
        )
      if (wanted.feedTitle)
        score(
          'feedTitle',
          got.ok && got.title === wanted.feedTitle,
          say(got.ok && got.title, wanted.feedTitle),
        )
    }
    console.info(misses.join('\n'))
    console.info([...tally].map(([what, [hits, all]]) => `${what} ${hits}/${all}`).join(' · '))
    expect(tally.size).toBeGreaterThan(0)
  })
})
