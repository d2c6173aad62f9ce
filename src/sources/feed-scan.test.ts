import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode.ts'
import { parseFeed } from './feed.ts'
import { maxItems, parseXmlFeed, scanXmlFeed } from './feed-xml.ts'
import { repairXml } from './xml-repair.ts'

const now = new Date('2026-11-23T06:00:00Z')
const rss = (inside: string) => `<rss version="2.0"><channel><title>论坛</title>${inside}</channel></rss>`

/** What the scan finds, beside what rss-parser finds, as far as the scan goes. */
async function both(document: string) {
  const { xml } = repairXml(document)
  const { leftOut: _, ...scanned } = scanXmlFeed(xml) ?? { leftOut: 0 }
  const parsed = await parseXmlFeed(xml)
  return {
    scanned: 'items' in scanned ? scanned : null,
    parsed: parsed && { ...parsed, items: parsed.items.slice(0, maxItems) },
  }
}

describe('one scan finds what rss-parser finds', () => {
  it.each<[string, string]>([
    ['a plain item', rss('<item><title>甲</title><link>https://a.example/1</link><guid>1</guid></item>')],
    ['words in pieces', rss('<item><title>甲<![CDATA[<乙>]]>&amp;丙&#x4e01;</title></item>')],
    [
      'titles of other things',
      rss(
        '<image><title>图</title></image><item><media:group><title>图</title></media:group><title>甲</title></item>',
      ),
    ],
    [
      'several of a kind',
      rss(
        '<item><title></title><title>甲</title><description>短</description><content:encoded>长长</content:encoded></item>',
      ),
    ],
    [
      'attributes',
      rss(
        '<item><guid isPermaLink="false">x</guid><link href="https://a.example/?a=1&amp;b=2" rel="alternate"/></item>',
      ),
    ],
    ['tags that close themselves', rss('<item><title/><link/><description>甲</description></item>')],
    ['brackets in attributes', rss('<item><title a="1>2">甲</title></item>')],
    [
      'an Atom feed',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>论坛</title><entry><id>1</id><title type="html">&lt;b&gt;甲&lt;/b&gt;</title><link rel="self" href="/s"/><link href="/1"/><updated>2026-11-23T00:00:00Z</updated></entry></feed>',
    ],
    [
      'prefixes',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>论坛</a:title><a:entry><a:title>甲</a:title></a:entry></a:feed>',
    ],
    [
      'a base',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><entry xml:base="y/"><link href="1"/></entry></feed>',
    ],
  ])('of %s', async (_, document) => {
    const { scanned, parsed } = await both(document)
    expect(scanned).not.toBeNull()
    expect(scanned).toEqual(parsed)
  })

  it.each<[string, string]>([
    ['a tag left open', '<rss><channel><item><title>甲</item></channel></rss>'],
    ['the end missing', '<rss><channel><item><title>甲</title></item>'],
    ['words behind the end', `${rss('<item/>')}x`],
    ['two channels', '<rss><channel/><channel/></rss>'],
    ['an item outside', '<rss><item><title>甲</title></item></rss>'],
    ['RDF', '<rdf:RDF><item><title>甲</title></item></rdf:RDF>'],
  ])('and leaves %s to it', (_, document) => {
    expect(scanXmlFeed(repairXml(document).xml)).toBeNull()
  })

  it('in any order of tags, words and brackets, or says nothing', async () => {
    const pieces = [
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<link href="a"/>',
      '<x:y>',
      '</x:y>',
      '甲',
      '&amp;',
      '<![CDATA[',
      ']]>',
      ' ',
      '<',
      '>',
      '"',
      '<guid a="b">',
      '</guid>',
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), async (parts) => {
        const { scanned, parsed } = await both(rss(parts.join('')))
        if (scanned) expect(scanned).toEqual(parsed)
      }),
      { numRuns: 500 },
    )
  })
})

// Other people's articles: compared where they lie beside the project, never copied into it.
const folder = new URL('../../../shared/data/feeds/files/', import.meta.url)

describe.runIf(existsSync(folder))('in the recorded feeds', () => {
  it('the scan differs from rss-parser nowhere', async () => {
    let compared = 0
    for (const file of readdirSync(folder)) {
      const { scanned, parsed } = await both(decodeText(readFileSync(new URL(file, folder))).text)
      if (!scanned) continue
      expect(scanned, file).toEqual(parsed)
      compared += 1
    }
    expect(compared).toBeGreaterThan(90)
  })
})

describe('a feed of 100,000 items', () => {
  it('costs bounded memory, and says how many it left', async () => {
    const document = Buffer.from(
      rss(
        '<item><title>欠薪</title><guid>g</guid><description>三个月没发工资</description></item>'.repeat(
          100_000,
        ),
      ),
    )
    const before = process.memoryUsage().rss
    const parsed = await parseFeed(document, { now })
    if (!parsed.ok) throw new Error(parsed.problem.code)
    expect(parsed.feed.items).toHaveLength(maxItems)
    const left = 100_000 - maxItems
    expect(parsed.feed.warnings).toContainEqual({
      code: 'items_left_out',
      details: { left, limit: maxItems },
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
  })
})
