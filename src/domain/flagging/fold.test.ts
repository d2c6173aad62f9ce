import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import lexicons from '#seeds/lexicons.json'
import { compileFoldTable, fold, spanOf } from './fold.ts'

const table = compileFoldTable(lexicons.variants as Record<string, string>)

describe('folding spellings together', () => {
  it.each([
    ['ＱＱ：１２３', 'qq:123', 'full width and case'],
    ['討薪無門，拖欠工資', '讨薪无门,拖欠工资', 'traditional letters'],
    ['欠 薪 八 个 月', '欠薪八个月', 'letters pulled apart by blanks'],
    ['工*资', '工资', 'by a star'],
    ['欠·薪', '欠薪', 'by a dot'],
    ['欠\u200b薪', '欠薪', 'by a hidden mark'],
    ['⼯资', '工资', 'a radical in place of a letter'],
    ['欠💰不还', '欠钱不还', 'an emoji in place of a word'],
    ['👷们', '工人们', 'an emoji that stands for two letters'],
    ['打工 资料', '打工 资料', 'two words stay two words'],
    ['10.5万 3/4', '10.5万 3/4', 'marks between digits stay'],
  ])('%s becomes %s (%s)', (text, plain) => {
    expect(fold(text, table).text).toBe(plain)
  })

  it('knows the way back to the original', () => {
    const folded = fold('老板拖 欠👷工*资', table)
    const at = folded.text.indexOf('欠工人工资')
    const span = spanOf(folded, at, at + 5)
    expect('老板拖 欠👷工*资'.slice(span.start, span.end)).toBe('欠👷工*资')
  })

  it('keeps every place inside the original, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = fold(text, table)
        let last = 0
        for (let index = 0; index < folded.text.length; index++) {
          const from = folded.from[index] as number
          expect(from).toBeGreaterThanOrEqual(last)
          expect(folded.to[index]).toBeGreaterThan(from)
          expect(folded.to[index]).toBeLessThanOrEqual(text.length)
          last = from
        }
      }),
    )
  })
})
