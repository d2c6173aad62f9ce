import { afterEach, describe, expect, it } from 'vitest'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { parseFeed } from './feed.ts'

afterEach(closeServers)

const now = new Date('2026-10-01T00:00:00Z')
const parse = (document: string) => parseFeed(document, { url: 'https://bbs.example/feed', now })

const feed = (doctype: string, title: string) =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>${title}</title><description>工资没发</description></item></channel></rss>`

const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

describe('a feed that declares entities', () => {
  it.each([
    ['a billion laughs', `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>`, '&l10;'],
    ['quadratic growth', `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(50_000)}">]>`, '&a;'.repeat(5_000)],
    ['a circle', '<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', '&a;'],
    ['a parameter entity', '<!DOCTYPE rss [<!ENTITY % p "<!ENTITY e \'boom\'>"> %p;]>', '&e;'],
    ['a bracket in a quote', `<!DOCTYPE rss [<!ENTITY e "]><rss>boom">]>`, '&e;'],
  ])('%s: nothing expands, the item is kept, a warning says so', async (_what, doctype, title) => {
    const parsed = await parse(feed(doctype, title))
    if (!parsed.ok) throw new Error(parsed.problem.code)
    expect(parsed.feed.items).toHaveLength(1)
    expect(parsed.feed.items[0]?.text).toBe('工资没发')
    expect(parsed.feed.items[0]?.title).toBe(title.slice(0, 500))
    expect(parsed.feed.warnings).toContainEqual({ code: 'entities_ignored', details: {} })
    expect(JSON.stringify(parsed)).not.toMatch(/boom|haha|xxx/)
  })

  it.each([
    ['a file', (_url: string) => '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'],
    ['an address', (url: string) => `<!DOCTYPE rss [<!ENTITY x SYSTEM "${url}/secret">]>`],
    ['a public identifier', (url: string) => `<!DOCTYPE rss [<!ENTITY x PUBLIC "-//x" "${url}/secret">]>`],
    ['a parameter entity', (url: string) => `<!DOCTYPE rss [<!ENTITY % x SYSTEM "${url}/x.dtd"> %x;]>`],
    ['an outer document type', (url: string) => `<!DOCTYPE rss SYSTEM "${url}/rss.dtd">`],
    [
      'an inclusion',
      (url: string) => `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${url}/secret"/>`,
    ],
    ['a stylesheet', (url: string) => `<?xml-stylesheet type="text/xsl" href="${url}/style.xsl"?>`],
  ])('pointing outside by %s: nothing is read', async (_what, doctype) => {
    let asked = 0
    const url = await serve((_request, response) => {
      asked++
      response.end('secret')
    })
    const parsed = await parse(feed(doctype(url), '&x;欠薪'))
    expect(asked).toBe(0)
    expect(JSON.stringify(parsed)).not.toContain('secret"')
    if (parsed.ok) expect(parsed.feed.items.map((item) => item.title)).toEqual(['&x;欠薪'])
    else expect(parsed.problem.code).toBe('not_a_feed')
  })
})

describe('shapes made to cost time', () => {
  const megabyte = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length))

  it.each([
    ['titles that never close', megabyte('<title>')],
    ['bodies that never close', megabyte('<description><b>')],
    ['items that never close', megabyte('<item>')],
    ['items in items', megabyte('<item><title>a')],
    ['tags in tags', megabyte('<a>')],
    ['open brackets', megabyte('<')],
    ['open quotes', megabyte('<a b="')],
    ['open CDATA', megabyte('<![CDATA[')],
    ['empty CDATA', megabyte('<title><![CDATA[]]>')],
    ['open comments', megabyte('<!--')],
    ['open document types', megabyte('<!DOCTYPE a [')],
    ['ampersands', megabyte('&')],
    ['entities', megabyte('&nbsp;&x;')],
    ['many attributes', `<item ${megabyte('a="b" ')}/>`],
    ['many prefixes', `<item ${megabyte('xmlns:a="b" ')}/>`],
    ['one endless name', `<${megabyte('a')}`],
  ])('%s: a megabyte is answered soon', async (_what, body) => {
    for (const document of [`<rss version="2.0"><channel>${body}`, body]) {
      expect(typeof (await parse(document)).ok).toBe('boolean')
    }
  })
})
