import { afterEach, describe, expect, it } from 'vitest'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { jsonConfig, jsonSource } from './json-source.ts'
import type { SourceContext } from './source.ts'

const now = new Date('2026-11-23T06:00:00Z')
const here = () => true
afterEach(closeServers)

const paths = {
  item: '$.data.list[*]',
  title: '$.subject',
  text: '$.body.content',
  link: '$.href',
  date: '$.time',
  id: '$.no',
}
const list = (items: unknown[]) => JSON.stringify({ code: 0, data: { list: items } })
const item = (no: number, more: object = {}) => ({
  no,
  subject: `第${no}条：某厂欠薪`,
  body: { content: '<p>三个月没发<b>工资</b></p>' },
  author: { name: '某某某', id: 19900000000 },
  href: `/t/${no}`,
  time: 1_795_400_000,
  ...more,
})

async function read(document: string | Buffer, settings: object = {}, more: Partial<SourceContext> = {}) {
  const url = await serve((_, response) => {
    response.setHeader('etag', '"1"')
    response.end(document)
  })
  const config = jsonConfig.parse({ url: `${url}/api/list`, ...paths, ...settings })
  return { url, fetched: await jsonSource.fetch(config, { now, allowPrivate: here, ...more }) }
}

describe('a JSON list', () => {
  it('gives its items by their paths, and of their authors nothing', async () => {
    const { url, fetched } = await read(list([item(1), item(2)]))
    if (!fetched.ok) throw new Error(fetched.problem.code)
    expect(fetched.posts).toEqual(
      [1, 2].map((no) => ({
        externalId: String(no),
        title: `第${no}条：某厂欠薪`,
        text: '三个月没发工资',
        url: `${url}/t/${no}`,
        publishedAt: new Date(1_795_400_000_000),
      })),
    )
    expect(fetched.validators.etag).toBe('"1"')
  })

  it.each<[string, string, object]>([
    ['a list that is the document', JSON.stringify([item(1)]), { item: '$' }],
    ['a path to the list itself', list([item(1)]), { item: '$.data.list' }],
    ['lists in lists', JSON.stringify({ a: [{ b: [item(1)] }] }), { item: '$.a[*].b[*]' }],
    ['a filter', list([item(1), item(2, { top: true })]), { item: '$.data.list[?@.top != true]' }],
    ['one descent', list([item(1)]), { item: '$..list[*]' }],
    ['items of other shapes between', list([item(1), null, 7, 'x', []]), {}],
    ['GBK', list([item(1)]), {}],
  ])('is found in %s', async (_, document, settings) => {
    const { fetched } = await read(document, settings)
    expect(fetched.ok && fetched.posts.map(({ externalId }) => externalId)).toEqual(['1'])
  })

  it('of 5,000 items is taken up to its limit, and says how many were left', async () => {
    const { fetched } = await read(list(Array.from({ length: 5_000 }, (_, no) => item(no))))
    if (!fetched.ok) throw new Error(fetched.problem.code)
    expect(fetched.posts).toHaveLength(2_000)
    expect(fetched.warnings).toContainEqual({
      code: 'items_left_out',
      details: { left: 3_000, limit: 2_000 },
    })
  })

  it.each<[string, string, object, string]>([
    ['a page', '<html></html>', {}, 'not_json'],
    ['nothing', '', {}, 'not_json'],
    ['another shape', '{"code":0,"data":{}}', {}, 'nothing_matched'],
    ['items without words', list([{ a: 1 }]), {}, 'items_without_words'],
    ['brackets without end', '['.repeat(1_000_000), {}, 'not_json'],
  ])('that turns out to be %s is a problem, not a quiet day', async (_, document, settings, code) => {
    const { fetched } = await read(document, settings)
    expect(fetched).toMatchObject({ ok: false, problem: { code } })
  })

  it('nested a hundred thousand deep is answered', async () => {
    const { fetched } = await read(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, {
      item: '$..list[*]',
    })
    expect(fetched.ok).toBe(false)
  })

  it('inside the network is refused', async () => {
    const { fetched } = await read(list([item(1)]), {}, { allowPrivate: undefined })
    expect(fetched).toMatchObject({ ok: false, problem: { code: 'address_refused' } })
  })
})

describe('a path', () => {
  it.each([
    'data.list',
    '$.data[',
    '',
    "$[?match(@.a, '(a+)+b')]",
    "$[?search(@.a,'x')]",
    '$..a..b[*]',
    'x'.repeat(300),
  ])('%s is refused when the source is added', (path) => {
    expect(jsonConfig.safeParse({ url: 'https://a.example/', item: path }).success).toBe(false)
  })

  it.each(['$', '$.a', "$['match(']", '$..a', "$[?@.b == 'x..y..z']"])('%s is good', (path) => {
    expect(jsonConfig.safeParse({ url: 'https://a.example/', item: path }).success).toBe(true)
  })
})
