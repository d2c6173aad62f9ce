import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legacyBytes } from '#testing/legacy-bytes.ts'
import { decodeText } from './decode.ts'

const simplified = '嘉善县一家服装厂拖欠工人三个月的工资，老板不接电话。'
const traditional = '工廠老闆拖欠工資三個月，我們去討薪他都不理。'
const gbk = legacyBytes(simplified, 'gb18030')
const big5 = legacyBytes(traditional, 'big5')
const prolog = (encoding: string, bytes: Buffer) =>
  Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`), bytes])
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('bytes are read as they were written', () => {
  it.each([
    ['plain UTF-8', Buffer.from(simplified), null, simplified, 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${simplified}`), null, simplified, 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${simplified}`, 'utf16le'), null, simplified, 'utf-16le'],
    ['UTF-16 big-endian with a mark', swapped(`\uFEFF${simplified}`), null, simplified, 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from('<?xml?>', 'utf16le'), null, '<?xml?>', 'utf-16le'],
    ['GBK by header', gbk, 'text/xml; charset=GBK', simplified, 'gb18030'],
    ['GB2312 by header', gbk, 'text/xml;charset="gb2312"', simplified, 'gb18030'],
    ['GB18030 by header', gbk, 'text/xml; charset=gb18030', simplified, 'gb18030'],
    ['Big5 by header', big5, 'text/xml; charset=Big5', traditional, 'big5'],
    ['GBK undeclared', gbk, null, simplified, 'gb18030'],
    ['Big5 undeclared', big5, 'text/xml', traditional, 'big5'],
    ['a header nobody knows', Buffer.from(simplified), 'text/xml; charset=klingon', simplified, 'utf-8'],
    [
      'Latin-1 by header',
      Buffer.from('café', 'latin1'),
      'text/xml; charset=iso-8859-1',
      'café',
      'windows-1252',
    ],
    [
      'Latin-1 undeclared',
      Buffer.from('le café, très déçu', 'latin1'),
      null,
      'le café, très déçu',
      'windows-1252',
    ],
    ['nothing', Buffer.alloc(0), null, '', 'utf-8'],
  ])('%s', (_what, bytes, contentType, text, encoding) => {
    const decoded = decodeText(bytes, contentType)
    expect(decoded).toMatchObject({ text, encoding })
  })

  it.each(['GBK', 'gb2312', 'GB18030'])('%s by prolog', (label) => {
    expect(decodeText(prolog(label, gbk)).text).toContain(simplified)
  })

  it('Big5 by prolog', () => {
    expect(decodeText(prolog('big5', big5)).text).toContain(traditional)
  })

  it('the header counts before the prolog', () => {
    expect(decodeText(prolog('utf-8', gbk), 'text/xml; charset=gbk').text).toContain(simplified)
  })
})

describe('a label the bytes contradict', () => {
  it.each([
    ['GBK sent as UTF-8 by header', gbk, 'text/xml; charset=utf-8', simplified, 'gb18030'],
    ['GBK sent as UTF-8 by prolog', prolog('utf-8', gbk), null, simplified, 'gb18030'],
    ['UTF-8 sent as GBK', Buffer.from(`${simplified}a`), 'text/xml; charset=us-ascii', simplified, 'utf-8'],
    ['UTF-8 sent as Latin-1', Buffer.from(simplified), 'text/xml; charset=iso-8859-1', simplified, 'utf-8'],
  ])('%s is recovered, with a warning', (_what, bytes, contentType, text, encoding) => {
    const decoded = decodeText(bytes, contentType)
    expect(decoded.text).toContain(text)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.warnings.map((warning) => warning.code)).toEqual(['encoding_mislabelled'])
  })

  it('a few broken bytes are replaced and the rest kept, with a warning', () => {
    const cut = Buffer.concat([Buffer.from(simplified.repeat(3)), Buffer.from([0xe5, 0x20])])
    const decoded = decodeText(cut, 'text/xml; charset=utf-8')
    expect(decoded.text).toContain(simplified)
    expect(decoded.warnings).toEqual([{ code: 'bytes_replaced', details: { encoding: 'utf-8', lost: 1 } }])
  })

  it('GBK cut in the middle of a character is still GBK', () => {
    const decoded = decodeText(gbk.subarray(0, gbk.length - 3), 'text/xml; charset=utf-8')
    expect(decoded.encoding).toBe('gb18030')
    expect(decoded.text.startsWith('嘉善县一家服装厂拖欠')).toBe(true)
  })
})

describe('any bytes at all', () => {
  it('become text without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 30 }), (bytes, label) => {
        expect(typeof decodeText(bytes, `text/xml; charset=${label}`).text).toBe('string')
      }),
    )
  })
})
