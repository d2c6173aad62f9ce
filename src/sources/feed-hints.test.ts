import { describe, expect, it } from 'vitest'
import { readFeedHints } from './feed-hints.ts'

const url = 'https://forum.example/feed'
const read = (document: string, link: string | null = null) =>
  readFeedHints(Buffer.from(document), { link, url })
const rss = (head: string, item = '<item><title>一</title></item>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${head}${item}</channel></rss>`

describe('how often a feed wants to be asked', () => {
  it.each<[string, string, number | null]>([
    ['ttl in minutes', '<ttl>60</ttl>', 3_600],
    ['ttl of nothing', '<ttl>0</ttl>', null],
    ['hourly', '<sy:updatePeriod>hourly</sy:updatePeriod>', 3_600],
    [
      'twice a day',
      '<sy:updatePeriod> daily </sy:updatePeriod><sy:updateFrequency> 2 </sy:updateFrequency>',
      43_200,
    ],
    ['a period nobody knows', '<sy:updatePeriod>sometimes</sy:updatePeriod>', null],
    ['nothing', '', null],
  ])('%s', (_, head, seconds) => {
    expect(read(rss(head)).publisherSeconds).toBe(seconds)
  })

  it('is not read from an item', () => {
    expect(read(rss('', '<item><ttl>5</ttl></item>')).publisherSeconds).toBeNull()
  })
})

describe('who pushes a feed', () => {
  const hub = 'https://hub.example/'
  const topic = 'https://forum.example/all'
  it.each<[string, string, string | null]>([
    ['RSS', rss(`<atom:link rel="hub" href="${hub}"/><atom:link rel="self" href="${topic}"/>`), null],
    ['Atom', `<feed><link href='${hub}' rel='hub'/><link rel="self" href="/all"/><entry/></feed>`, null],
    ['a header', rss(''), `<${hub}>; rel="hub", <${topic}>; rel=self`],
    [
      'a header, whatever the document says',
      rss('<link rel="hub" href="https://other.example/"/>'),
      `<${hub}>; rel="hub", <${topic}>; rel="self alternate"`,
    ],
    [
      'JSON Feed, after its items',
      JSON.stringify({ feed_url: topic, items: [{ id: '1' }], hubs: [{ type: 'WebSub', url: hub }] }),
      null,
    ],
  ])('is named in %s', (_, document, link) => {
    expect(read(document, link)).toMatchObject({ hub, topic })
  })

  it.each<[string, string]>([
    ['in an item', rss('', `<item><link rel="hub" href="${hub}"/></item>`)],
    ['without http', rss('<link rel="hub" href="javascript:alert(1)"/>')],
    ['by another relation', rss(`<link rel="hubs" href="${hub}"/>`)],
  ])('is not believed %s', (_, document) => {
    expect(read(document)).toMatchObject({ hub: null, topic: null })
  })

  it('is its address when it names no topic', () => {
    expect(read(rss(`<link rel="hub" href="${hub}"/>`)).topic).toBe(url)
  })

  it('costs the same for a feed of any size and shape', () => {
    const begun = performance.now()
    read(`<rss>${'<link '.repeat(2_000_000)}`)
    read(`<rss>${'<'.repeat(9_000_000)}`, '<'.repeat(60_000))
    expect(performance.now() - begun).toBeLessThan(1_000)
  })
})
