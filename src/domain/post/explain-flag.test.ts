import { describe, expect, it } from 'vitest'
import en from '#i18n/en.json'
import zh from '#i18n/zh.json'
import model from '#seeds/flag-model.json'
import gazetteer from '#seeds/gazetteer.json'
import lexicons from '#seeds/lexicons.json'
import { explainFlag } from './explain-flag.ts'
import { readPost } from './read-post.ts'
import { compileTables } from './reading-tables.ts'

const tables = compileTables(lexicons, gazetteer, model)

function why(text: string) {
  return explainFlag(readPost({ externalId: 'x', title: '', text, url: null, publishedAt: null }, tables))
}

describe('the sentence that says why', () => {
  it('names the words, how near they stand, the facts beside them and that nothing negates them', () => {
    const parts = why('厂里拖着不发我们二十个人这三个月的工资')
    expect(parts[0]).toMatchObject({ code: 'pair', values: { noun: '工资', letters: expect.any(Number) } })
    expect(parts).toContainEqual({ code: 'months', values: { months: 3 } })
    expect(parts).toContainEqual({ code: 'workers', values: { workers: 20 } })
    expect(parts.map(({ code }) => code)).toContain('notNegated')
  })

  it.each([
    ['拖欠的工资已经全部到账了', 'settled'],
    ['听说那边工地欠薪了，真的假的', 'hearsay'],
    ['小区业主拖欠物业费', 'otherDebt'],
    ['公园里的花开了', 'noWages'],
    ['俱乐部球员讨薪', 'against'],
  ])('of “%s” says %s', (text, code) => {
    expect(why(text).map((part) => part.code)).toContain(code)
  })

  it('shows what the letters added to the model', () => {
    const codes = why('老板拖欠我们工资三个月了').map(({ code }) => code)
    expect(codes).toContain('probability')
    expect(codes).toContain('lettersFor')
  })

  it('has words for every part in both languages', () => {
    const codes = [
      'pair',
      'words',
      'months',
      'workers',
      'amount',
      'notNegated',
      'against',
      'settled',
      'hearsay',
    ]
    codes.push('otherDebt', 'unrest', 'noWages', 'probability', 'lettersFor', 'lettersAgainst')
    expect(Object.keys(zh.flag.because).sort()).toEqual([...codes].sort())
    expect(Object.keys(en.flag.because).sort()).toEqual([...codes].sort())
  })
})
