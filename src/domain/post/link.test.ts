import { describe, expect, it } from 'vitest'
import { keepableLink } from './link.ts'

describe('the link that may be kept', () => {
  it.each([
    ['https://news.example.cn/2026/11/a123.html', 'https://news.example.cn/2026/11/a123.html'],
    ['https://bbs.example.cn/viewthread?tid=99&uid=7&share_id=8', 'https://bbs.example.cn/viewthread?tid=99'],
    [
      'https://bbs.example.cn/forum.php?mod=viewthread&tid=99',
      'https://bbs.example.cn/forum.php?mod=viewthread&tid=99',
    ],
    [
      'https://news.example.cn/a?id=5&utm_source=wx&from=singlemessage&nickname=zhang',
      'https://news.example.cn/a?id=5',
    ],
    ['https://name:secret@news.example.cn/a#zhang', 'https://news.example.cn/a'],
    ['https://weibo.com/1234567890/NabcdEFgh?from=page', 'https://weibo.com/detail/NabcdEFgh'],
    ['https://m.weibo.cn/status/5000000000000000', 'https://m.weibo.cn/detail/5000000000000000'],
    ['https://www.example.com/u/12345/post/77', 'https://www.example.com/post/77'],
    ['https://www.example.com/user/profile/12345/note/77', 'https://www.example.com/note/77'],
    ['https://video.example.com/@zhang/video/77', 'https://video.example.com/video/77'],
    ['https://social.example.com/zhang/status/77', 'https://social.example.com/status/77'],
    ['https://qa.example.com/question/1/answer/2', 'https://qa.example.com/question/1/answer/2'],
  ])('%s becomes %s', (url, kept) => {
    expect(keepableLink(url)).toBe(kept)
  })

  it.each([
    null,
    '',
    'not a link',
    'javascript:alert(1)',
    'ftp://files.example.cn/a',
    'https://weibo.com/u/1234567890',
    'https://weibo.com/n/zhang',
    'https://www.example.com/people/zhang',
    'https://www.example.com/user?id=12345',
    'https://video.example.com/@zhang',
    'https://space.example.com/12345',
    `https://example.cn/${'a'.repeat(3_000)}`,
  ])('%s leads to no message and is dropped', (url) => {
    expect(keepableLink(url)).toBeNull()
  })

  it('changes nothing the second time', () => {
    const once = keepableLink('https://weibo.com/1234567890/NabcdEFgh?uid=5')
    expect(keepableLink(once)).toBe(once)
  })
})
