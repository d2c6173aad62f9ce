import { describe, expect, it } from 'vitest'
import { fingerprintText } from './fingerprint.ts'
import type { RawPost } from './post.ts'

const post: RawPost = { externalId: 'a1', title: '求助', text: '厂里 欠薪', url: null, publishedAt: null }

describe('recognising a message that comes again', () => {
  it('does not mind width, case and blanks', () => {
    const again = { ...post, title: ' 求助 ', text: '厂里\u3000欠薪\n' }
    expect(fingerprintText('feed-1', again)).toBe(fingerprintText('feed-1', post))
  })

  it('does not mind the link or the time', () => {
    const again = { ...post, url: 'https://example.cn/1', publishedAt: new Date(0) }
    expect(fingerprintText('feed-1', again)).toBe(fingerprintText('feed-1', post))
  })

  it.each([
    ['another source', 'feed-2', post],
    ['another item', 'feed-1', { ...post, externalId: 'a2' }],
    ['a changed text', 'feed-1', { ...post, text: '厂里欠薪三个月' }],
    ['words moved from text to title', 'feed-1', { ...post, title: '求助厂里', text: '欠薪' }],
  ])('is new for %s', (_name, source, other) => {
    expect(fingerprintText(source, other)).not.toBe(fingerprintText('feed-1', post))
  })
})
