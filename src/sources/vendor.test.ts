import { describe, expect, it } from 'vitest'
import { maxBatch, vendorBody, vendorToRawPosts } from './vendor.ts'

const now = new Date('2026-11-23T06:00:00Z')
const post = { id: 'v1', title: '某厂欠薪', text: '<p>三个月没发工资</p>', url: 'https://bbs.example/1' }
const posts = (...given: unknown[]) => vendorToRawPosts(vendorBody.parse({ batch: 'b1', posts: given }), now)

describe('a batch of a vendor', () => {
  it('becomes raw posts; of author, place of login and counts nothing is left', () => {
    const told = {
      ...post,
      publishedAt: '2026-11-23 13:00',
      author: '某某某',
      uid: 19900000000,
      user: { name: '某某某' },
      ip: '127.0.0.9',
    }
    const { posts: made, refused } = posts(told)
    expect(refused).toEqual([])
    expect(made).toEqual([
      {
        externalId: 'v1',
        title: '某厂欠薪',
        text: '三个月没发工资',
        url: 'https://bbs.example/1',
        publishedAt: new Date('2026-11-23T05:00:00Z'),
      },
    ])
  })

  it.each<[string, unknown, string]>([
    ['no id', { ...post, id: undefined }, 'id'],
    ['no words', { ...post, title: ' ', text: null }, 'text'],
    ['a text beyond bounds', { ...post, text: 'x'.repeat(20_001) }, 'text'],
    ['a number for a title', { ...post, title: 7 }, 'title'],
    ['no object', 'x', ''],
  ])('names a post with %s and takes the others', (_, wrong, field) => {
    const { posts: made, refused } = posts(post, wrong, { ...post, id: 2 })
    expect(made.map(({ externalId }) => externalId)).toEqual(['v1', '2'])
    expect(refused).toEqual([{ index: 1, field }])
  })

  it('dated wrongly is kept without its date', () => {
    const { posts: made, warnings } = posts({ ...post, publishedAt: '2099-01-01' })
    expect(made[0]?.publishedAt).toBeNull()
    expect(warnings).toEqual([{ code: 'date_implausible', details: { count: 1 } }])
  })

  it.each([
    { batch: '', posts: [post] },
    { posts: [post] },
    { batch: 'b', posts: [] },
    { batch: 'b', posts: Array.from({ length: maxBatch + 1 }, () => post) },
    { batch: 'b' },
    [],
    null,
  ])('of another shape is not understood', (body) => {
    expect(vendorBody.safeParse(body).success).toBe(false)
  })
})
