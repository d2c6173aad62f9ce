import { describe, expect, it } from 'vitest'
import model from '#seeds/flag-model.json'
import gazetteer from '#seeds/gazetteer.json'
import lexicons from '#seeds/lexicons.json'
import type { RawPost } from './post.ts'
import { readPost, shouldKeep } from './read-post.ts'
import { compileTables } from './reading-tables.ts'

const tables = compileTables(lexicons, gazetteer, model)

function read(text: string, more: Partial<RawPost> = {}) {
  return readPost({ externalId: 'x', title: '', text, url: null, publishedAt: null, ...more }, tables)
}

describe('reading a message', () => {
  it('masks before anything else, in title and text', () => {
    const reading = read('我叫张某某，电话19900000000，老板欠薪三个月', { title: '加微信test_0001 讨薪' })
    expect(reading.maskedTitle).toBe('加微信********* 讨薪')
    expect(reading.maskedText).toBe('我叫***，电话***********，老板欠薪三个月')
    expect(reading.body).toBe(`${reading.maskedTitle}\n${reading.maskedText}`)
    expect(JSON.stringify(reading)).not.toMatch(/张某某|1990000|test_0001/u)
  })

  it('matches the title and the text alike', () => {
    expect(read('请领导帮忙', { title: '示例公司拖欠员工工资' }).flag.flagged).toBe(true)
    expect(read('示例公司拖欠员工工资', { title: '请领导帮忙' }).flag.flagged).toBe(true)
  })

  it('points with every span into the body', () => {
    const { body, flag, facts } = read('濮院一家毛衫厂老板跑路，欠38个工友65.4万工资三个月，有人去堵门', {
      title: '求助',
    })
    const at = (span: { start: number; end: number } | null | undefined) => body.slice(span?.start, span?.end)
    expect(at(facts.employer)).toBe('毛衫厂')
    expect(at(facts.workers)).toBe('38个工友')
    expect(at(facts.amountYuan)).toBe('65.4万')
    expect(at(facts.months)).toBe('三个月')
    expect(at(facts.places[0])).toBe('濮院')
    for (const reason of flag.reasons) expect(at(reason).length).toBeGreaterThan(0)
  })

  it('lets what the sender states win over what is read', () => {
    const { facts } = read('濮院的厂欠5个工友2万工资', {
      stated: {
        place: '海宁许村',
        employer: '测试纺织有限公司 联系人：张某',
        workers: 12,
        amountYuan: 90_000,
      },
    })
    expect(facts.places[0]).toMatchObject({ name: '许村镇', start: 0, end: 0 })
    expect(facts.employer?.name).toBe('测试纺织有限公司 联系人：**')
    expect(facts.workers).toMatchObject({ min: 12, max: 12 })
    expect(facts.amountYuan).toMatchObject({ min: 90_000, max: 90_000 })
  })

  it('keeps what was read where a stated place is not of ours', () => {
    expect(read('濮院的厂欠薪', { stated: { place: '某地' } }).facts.places[0]?.name).toBe('濮院镇')
  })

  it('judges a claim from elsewhere as a claim, and says that it is from elsewhere', () => {
    const reading = read('深圳平湖一家电子厂拖欠工资，工人堵路')
    expect(reading.flag.flagged).toBe(true)
    expect(reading.facts.outOfArea).toBe(true)
  })
})

describe('what is kept', () => {
  it.each([
    ['王店镇一家工厂拖欠工资', true],
    ['听说那边工地欠薪了，真的假的', true],
    ['厂里停电停水，老板说放假', true],
    ['客户拖欠货款，工厂难', false],
    ['明天公园有音乐会', false],
    ['物业费又涨了', false],
  ])('%s: %s', (text, kept) => {
    expect(shouldKeep(read(text))).toBe(kept)
  })
})

describe('bad input', () => {
  it.each(['欠工资', '平湖', '听说欠薪', '说好没给钱', '从不拖欠工资', '有限公司', '欠*薪', '欠3万元'])(
    'endless repetition of %s costs no more than a moment',
    { timeout: 2_000 },
    (words) => {
      expect(read(words.repeat(10_000)).flag.reasons.length).toBeLessThan(20)
    },
  )

  it.each([
    '',
    ' ',
    '\ud800',
    '*'.repeat(500),
    '欠'.repeat(100_000),
    '工资 '.repeat(20_000),
    '1'.repeat(50_000),
  ])('is read without harm', { timeout: 5_000 }, (text) => {
    const reading = read(text, { title: text })
    expect(reading.flag.label).toBe('none')
  })
})
