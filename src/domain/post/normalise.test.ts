import { describe, expect, it } from 'vitest'
import { longestText, normaliseText } from './normalise.ts'

describe('plain text from what a source hands over', () => {
  it.each([
    ['<p>厂里<b>欠薪</b></p><p>求助</p>', '厂里欠薪\n求助'],
    ['欠薪<script>alert("x")</script>三个月', '欠薪三个月'],
    ['欠薪&nbsp;三个月&#65311;&amp;', '欠薪 三个月？&'],
    ['一行\r\n\r\n\r\n  两行 ', '一行\n两行'],
    ['坏\u0000标\ud800记', '坏标记'],
    ['3<5 且 7>6', '3<5 且 7>6'],
  ])('%j becomes %j', (raw, plain) => {
    expect(normaliseText(raw)).toBe(plain)
  })

  it('bounds what is read', () => {
    expect(normaliseText('欠'.repeat(1_000_000))).toHaveLength(longestText)
  })
})
