import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ParsedDocument, parseDocument } from './parse-document.ts'

const now = new Date('2026-10-01T00:00:00Z')

describe('what `anxin parse` prints', () => {
  it('is plain data', async () => {
    const document =
      '<rss version="2.0"><channel><title>论坛</title><item><guid>1</guid><title>欠薪</title><link>/t/1</link><pubDate>Wed, 30 Sep 2026 12:00:00 +0800</pubDate><description>三个月&lt;br&gt;没发</description></item></channel></rss>'
    const parsed = await parseDocument(document, { url: 'https://bbs.example/feed', now })
    expect(JSON.parse(JSON.stringify(parsed))).toEqual({
      ok: true,
      format: 'rss',
      title: '论坛',
      items: [
        {
          id: '1',
          title: '欠薪',
          url: 'https://bbs.example/t/1',
          publishedAt: '2026-09-30T04:00:00.000Z',
          text: '三个月\n没发',
        },
      ],
      warnings: [],
    })
  })

  it('is a problem with a code for a document that is no feed', async () => {
    const parsed = await parseDocument('<html></html>', { now })
    expect(parsed).toEqual({ ok: false, problem: { code: 'not_a_feed', details: { found: 'html' } } })
  })
})

// Other people's articles: measured against where they lie beside the project, never copied into it.
const folder = new URL('../../../shared/data/feeds/', import.meta.url)
const present = existsSync(new URL('manifest.json', folder))
if (!present)
  console.warn('SKIPPED: no recorded feeds beside the project, their expectations were not checked')

type Expected = {
  items?: number
  feedTitle?: string
  firstTitle?: string
  firstLink?: string
  firstDate?: string
  firstUpdated?: string
  firstDateRaw?: string
  mustNotThrow?: boolean
  mayReject?: boolean
}
type Recorded = { file: string; httpContentType?: string; expect: Expected }

describe.skipIf(!present)('feeds written by others', () => {
  it('come out as their authors say', { timeout: 120_000 }, async () => {
    const recorded: Recorded[] = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'))
    const tally = new Map<string, { right: number; all: number }>()
    const misses: string[] = []
    for (const { file, httpContentType, expect: expected } of recorded) {
      const bytes = readFileSync(new URL(file, folder))
      const parsed = await parseDocument(bytes, { contentType: httpContentType ?? null, now })
      for (const { what, right } of compare(parsed, expected)) {
        const { right: before, all } = tally.get(what) ?? { right: 0, all: 0 }
        tally.set(what, { right: before + (right ? 1 : 0), all: all + 1 })
        if (!right) misses.push(`  ${what}: ${file}`)
      }
    }
    const rate = (what: string) => (tally.get(what)?.right ?? 0) / (tally.get(what)?.all ?? 1)
    const table = [...tally].map(([what, { right, all }]) => `${what} ${right}/${all}`).join(' · ')
    console.info(`${table}\n${misses.join('\n')}`)
    expect(rate('answered')).toBe(1)
    expect(rate('a feed')).toBeGreaterThanOrEqual(0.97)
    expect(rate('items')).toBeGreaterThanOrEqual(0.98)
    for (const what of ['firstTitle', 'firstLink', 'firstDate'])
      expect(rate(what)).toBeGreaterThanOrEqual(0.95)
  })
})

function compare(parsed: ParsedDocument, expected: Expected): { what: string; right: boolean }[] {
  const first = parsed.ok ? parsed.items[0] : undefined
  const results = [{ what: 'answered', right: typeof parsed.ok === 'boolean' }]
  const check = (what: string, asked: unknown, right: () => boolean) => {
    if (asked !== undefined && asked !== '') results.push({ what, right: right() })
  }
  const line = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim()
  const dates = [expected.firstDate, expected.firstUpdated, expected.firstDateRaw].filter(
    (date) => date !== undefined,
  )
  check('a feed', expected.mustNotThrow, () => parsed.ok)
  check(
    'items',
    expected.items,
    () => parsed.ok && parsed.items.length === Math.min(expected.items ?? 0, 2_000),
  )
  check('feedTitle', expected.feedTitle, () => parsed.ok && parsed.title === line(expected.feedTitle))
  check('firstTitle', expected.firstTitle, () => first?.title === line(expected.firstTitle))
  check('firstLink', expected.firstLink, () => first?.url === expected.firstLink?.trim())
  check('firstDate', dates[0], () => {
    const given = Date.parse(first?.publishedAt ?? '')
    // As printed and without a zone, it is Beijing time to us.
    return dates.some((date) =>
      [date, `${date} +0800`].some((one) => Math.abs(Date.parse(one) - given) < 1000),
    )
  })
  return results
}
