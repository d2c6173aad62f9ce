import { describe, expect, it } from 'vitest'
import { legacyBytes } from '#testing/legacy-bytes.ts'
import { type OpmlFeed, readOpml, writeOpml } from './opml.ts'

const now = new Date('2026-11-23T06:00:00Z')
const read = (text: string | Buffer) => readOpml(Buffer.from(text as string))
const value = (text: string | Buffer) => {
  const answer = read(text)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

const file = `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>某某的订阅</title><ownerEmail>somebody@example.org</ownerEmail></head>
<body>
  <!-- <outline xmlUrl="https://gone.example/rss"/> -->
  <outline text="论坛">
    <outline type="rss" text="南湖论坛 &amp; 民生" xmlUrl="https://a.example/rss?x=1&amp;y=2"/>
    <outline text="里层"><outline title="桐乡" text="旧名" xmlUrl=" https://b.example/atom "/></outline>
  </outline>
  <outline text="没有地址"/>
  <outline text="RSSHub" category="/best-effort" xmlUrl="https://c.example/hub"/>
</body></opml>`

describe('an OPML file', () => {
  it('gives its feeds with their lines, out of whatever folder', () => {
    expect(value(file)).toEqual([
      { line: 6, name: '南湖论坛 & 民生', url: 'https://a.example/rss?x=1&y=2', bestEffort: false },
      { line: 7, name: '桐乡', url: 'https://b.example/atom', bestEffort: false },
      { line: 10, name: 'RSSHub', url: 'https://c.example/hub', bestEffort: true },
    ])
  })

  it.each<[string, string | Buffer]>([
    ['in GBK', legacyBytes(file.replace('utf-8', 'gbk'), 'gb18030')],
    ['with ampersands as they come', file.replaceAll('&amp;', '&')],
    [
      'with a document type',
      file.replace('<opml', '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<opml'),
    ],
  ])('%s says the same', (_, document) => {
    expect(value(document).map(({ url }) => url)).toEqual(value(file).map(({ url }) => url))
  })

  it('written by us comes back the same', () => {
    const feeds: OpmlFeed[] = [
      { name: '论坛 <甲> & "乙"', url: 'https://a.example/?a=1&b=2', bestEffort: false },
      { name: 'b', url: 'https://b.example/', bestEffort: true },
    ]
    expect(value(writeOpml('安薪', feeds, now)).map(({ line: _, ...feed }) => feed)).toEqual(feeds)
  })

  it.each<[string, string, string]>([
    ['nothing', '', 'not_opml'],
    ['a feed', '<rss version="2.0"><channel><item/></channel></rss>', 'not_opml'],
    ['a list of folders', '<opml version="2.0"><body><outline text="a"/></body></opml>', 'no_feeds'],
    [
      'too many feeds',
      `<opml version="2.0"><body>${'<outline xmlUrl="https://a.example/"/>'.repeat(2_001)}</body></opml>`,
      'too_many_feeds',
    ],
    ['3 MB', ' '.repeat(3_000_000), 'too_large'],
  ])('that is %s says so', (_, document, code) => {
    expect(read(document)).toMatchObject({ ok: false, refusal: { code } })
  })

  it.each<[string, string]>([
    ['outlines 30,000 deep', `<opml version="2.0"><body>${'<outline text="a">'.repeat(30_000)}`],
    ['a million brackets', '<opml><body>'.concat('<'.repeat(1_000_000))],
    ['open comments', '<opml><body>'.concat('<!--'.repeat(300_000))],
    [
      'entities in entities',
      '<!DOCTYPE o [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><body><outline text="&b;"/></body></opml>',
    ],
  ])('of %s is answered soon', (_, document) => {
    const started = performance.now()
    expect(read(document).ok).toBe(false)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
