import { afterEach, describe, expect, it } from 'vitest'
import { legacyBytes } from '#testing/legacy-bytes.ts'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { htmlConfig, htmlSource } from './html-source.ts'
import type { SourceContext } from './source.ts'

const now = new Date('2026-11-23T06:00:00Z')
const here = () => true
afterEach(closeServers)

const selectors = { item: 'ul.news > li', title: 'a', date: 'span.date', text: 'p', link: 'a' }
const entry = (n: number) =>
  `<li><a href="/show?id=${n}&amp;p=1" title="">第${n}条 <b>欠薪</b></a><span class="date">[2026-11-2${n}]</span><em>作者：某某</em><p>三个月<br>没发工资</p></li>`
const page = (inside: string, head = '') =>
  `<!doctype html><html><head><title>互动 &amp; 留言</title>${head}</head><body><ul class="nav"><li><a>首页</a></li></ul><ul class="news">${inside}</ul><script>var a = "<li><a>假</a></li>"</script></body></html>`

async function read(document: string | Buffer, settings: object = {}, more: Partial<SourceContext> = {}) {
  const url = await serve((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(document)
  })
  const config = htmlConfig.parse({ url: `${url}/list/index.html`, ...selectors, ...settings })
  return { url, fetched: await htmlSource.fetch(config, { now, allowPrivate: here, ...more }) }
}

describe('a list on a web page', () => {
  it('gives its entries by their selectors, and nothing around them', async () => {
    const { url, fetched } = await read(page(entry(1) + entry(2)))
    if (!fetched.ok) throw new Error(fetched.problem.code)
    expect(fetched.title).toBe('互动 & 留言')
    expect(fetched.posts).toEqual(
      [1, 2].map((n) => ({
        externalId: `${url}/show?id=${n}&p=1`,
        title: `第${n}条 欠薪`,
        text: '三个月\n没发工资',
        url: `${url}/show?id=${n}&p=1`,
        publishedAt: new Date(`2026-11-2${n}T00:00:00Z`),
      })),
    )
    expect(JSON.stringify(fetched.posts)).not.toContain('某某')
  })

  it.each<[string, string | Buffer, object]>([
    ['in GBK, as its head says', legacyBytes(page(entry(1), '<meta charset="gb2312">'), 'gb18030'), {}],
    ['without closing tags', page('<li><a href="/show?id=1&p=1">第1条 欠薪</a>'), {}],
    [
      'whose entry is the link',
      page('<a class="x" href="/show?id=1&p=1">第1条 欠薪</a>'),
      { item: 'a.x', title: 'a' },
    ],
    ['under a base address', page(entry(1), '<base href="/">'), {}],
  ])('%s is read', async (_, document, settings) => {
    const { url, fetched } = await read(document, settings)
    if (!fetched.ok) throw new Error(fetched.problem.code)
    expect(fetched.posts.map(({ title, url: link }) => [title, link])).toEqual([
      ['第1条 欠薪', `${url}/show?id=1&p=1`],
    ])
  })

  it.each(['发布时间：2026-11-21', '(2026-11-21)', '2026年11月21日', '[2026/11/21]'])(
    'dated %s is dated',
    async (written) => {
      const { fetched } = await read(page(entry(1).replace('[2026-11-21]', written)))
      expect(fetched.ok && fetched.posts[0]?.publishedAt?.toISOString().slice(0, 10)).toBe('2026-11-21')
    },
  )

  it('that was rebuilt is a problem, not a quiet day', async () => {
    const { fetched } = await read('<html><body><div>新版</div></body></html>')
    expect(fetched).toMatchObject({ ok: false, problem: { code: 'nothing_matched' } })
  })

  it('never runs or keeps a script, and offers no link but http', async () => {
    const evil = `<li><a href="javascript:alert(1)">甲<script>alert(1)</script></a><p><img src=x onerror=alert(1)>乙</p></li>`
    const { fetched } = await read(page(evil))
    expect(fetched.ok && fetched.posts).toMatchObject([{ title: '甲', text: '乙', url: null }])
  })

  it('inside the network is refused', async () => {
    const { fetched } = await read(page(entry(1)), {}, { allowPrivate: undefined })
    expect(fetched).toMatchObject({ ok: false, problem: { code: 'address_refused' } })
  })

  it.each<[string, () => string]>([
    ['100,000 nested tags', () => '<div>'.repeat(100_000)],
    ['items in items', () => '<ul class=news><li>'.repeat(20_000)],
    ['a tag name without end', () => `<${'a'.repeat(2_000_000)}`],
    ['attributes without end', () => `<li ${'a="" '.repeat(300_000)}`],
    ['open brackets', () => '<'.repeat(1_000_000)],
    ['open comments', () => '<!--'.repeat(300_000)],
    ['open tags', () => '<a '.repeat(400_000)],
    ['open attributes', () => '<a b="'.repeat(200_000)],
    ['open attributes of two kinds', () => `<a b='<a b="`.repeat(100_000)],
    ['open instructions', () => '<?'.repeat(500_000)],
    ['open scripts', () => '<script>'.repeat(100_000)],
    ['closing tags', () => '</li>'.repeat(200_000)],
    ['quotes without end', () => `<li a="${'x'.repeat(1_000_000)}`],
    ['100,000 entries', () => page('<li><a>欠薪</a></li>'.repeat(100_000))],
    ['bytes of nothing', () => '\u0000'.repeat(1_000_000)],
  ])('made of %s is answered soon', async (_, make) => {
    const started = performance.now()
    const { fetched } = await read(make())
    expect(typeof fetched.ok).toBe('boolean')
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('a selector', () => {
  it.each(['[', 'li:has(li:has(li))', ':not(:not(a))', 'a,b,c,d,e', ''])('%s is refused', (written) => {
    expect(htmlConfig.safeParse({ url: 'https://a.example/', ...selectors, item: written }).success).toBe(
      false,
    )
  })
})
