import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToLine, htmlToText } from './html-text.ts'

describe('the words of an HTML fragment', () => {
  it.each([
    ['plain text stays', '拖欠工资三个月', '拖欠工资三个月'],
    ['marked words stay together', '老板<b>拖</b><i>欠</i>工资', '老板拖欠工资'],
    ['blocks stand on lines of their own', '<p>一</p><p>二</p>三<br/>四', '一\n二\n三\n四'],
    ['cells are parted', '<table><tr><td>欠薪</td><td>3万</td></tr></table>', '欠薪 3万'],
    ['entities are read once', '&lt;b&gt;&nbsp;&amp;amp;&#24037;&#x8d44;&hellip;', '<b> &amp;工资…'],
    ['an unknown entity stays', 'AT&T &nosuch; &#0;x', 'AT&T &nosuch; x'],
    ['a bracket that opens nothing stays', '3 < 5 and 7 > 6, a<b', '3 < 5 and 7 > 6, a<b'],
    ['comments go', '工<!-- <b>hidden</b> -->资', '工资'],
    ['an attribute may hold a bracket', '<a title="a>b" href=x>工资</a>', '工资'],
    ['a stray quote does not swallow the rest', '<a title="x>工资</a>没发<b>', '工资没发'],
    ['white space is tidied', '  a \t b \r\n\r\n\r\n c\u00a0d ', 'a b\nc d'],
    ['control characters go', 'a\u0000b\u0007c\u200bd', 'abc\u200bd'],
    ['half a surrogate becomes a mark', 'a\ud83dz', 'a\ufffdz'],
  ])('%s', (_what, html, text) => {
    expect(htmlToText(html)).toBe(text)
  })

  it.each([
    ['<script>alert(1)</script>工资没发'],
    ['<SCRIPT src=//evil.test>alert(1)</SCRIPT >工资没发'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;工资没发'],
    ['&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;工资没发'.replaceAll('&amp;', '&')],
    ['<style>p{}</style><img src=x onerror=alert(1)>工资没发'],
    ['<svg/onload=alert(1)>工资没发'],
    ['<iframe src="javascript:alert(1)"></iframe>工资没发'],
    ['<scr<script>alert(1)</script>工资没发'],
  ])('nothing active comes out of %s', (html) => {
    const text = htmlToText(html)
    expect(text).toContain('工资没发')
    expect(text).not.toMatch(/<[a-z/!]/i)
  })

  it('a title is one line', () => {
    expect(htmlToLine('工资\n<br>没发')).toBe('工资 没发')
  })

  it('hostile shapes cost no more than their length', () => {
    for (const piece of ['<', '<a ', '<a "', "<a '", '<!--', '<script>', '&', '&#', '<a href="x">"', '\n ']) {
      expect(typeof htmlToText(piece.repeat(200_000))).toBe('string')
      expect(typeof htmlToText(`${piece.repeat(200_000)}>`)).toBe('string')
    }
  })

  it('any string becomes text without a tag that could act', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      'script',
      '&lt;',
      '&gt;',
      '"',
      "'",
      ' ',
      '工资',
      '<!--',
      '-->',
      'p',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        expect(htmlToText(parts.join(''))).not.toMatch(/<script[\s/>]/i)
      }),
      { numRuns: 2000 },
    )
  })
})
