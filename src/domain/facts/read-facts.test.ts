import { describe, expect, it } from 'vitest'
import { findWords } from '#domain/flagging/find-words.ts'
import { fold } from '#domain/flagging/fold.ts'
import { compileLexicon, type LexiconsJson } from '#domain/flagging/lexicon.ts'
import lexicons from '#seeds/lexicons.json'
import { identifiesEmployer } from './employer.ts'
import { readFacts } from './read-facts.ts'

const lexicon = compileLexicon(lexicons as LexiconsJson)

function read(text: string) {
  const folded = fold(text, lexicon.folding)
  return readFacts(folded, findWords(folded, lexicon))
}

function bounds(range: { min: number; max: number | null } | null) {
  return range && [range.min, range.max]
}

describe('how many are unpaid', () => {
  it.each([
    ['欠了我们三十多号人的工资', [30, null]],
    ['52个工友没拿到钱', [52, 52]],
    ['班组十五六个兄弟', [15, 16]],
    ['百余名员工等着', [100, null]],
    ['欠了上百人', [100, null]],
    ['木工班14人、瓦工班8人都没拿到工资', [22, 22]],
    ['我们六个人共欠九万', [6, 6]],
    ['木工组7人、瓦工组11人、小工5人没拿到钱', [23, 23]],
    ['扣了我们31位网格员的工资', [31, 31]],
    ['10几个工人去讨要工资', [11, 19]],
    ['开始4人核心团队，拖欠10名员工工资', [10, 10]],
    ['我是一名农民工', null],
    ['讨薪时6人受伤', null],
    ['查了5家公司', null],
    ['10人以上集体上访要报告', null],
    ['打给了包工头个人', null],
    ['12号楼还没封顶', null],
  ])('%s', (text, expected) => {
    expect(bounds(read(text).workers)).toEqual(expected)
  })
})

describe('how many take part', () => {
  it.each([
    ['欠100名工人工资，十几人堵厂门', ['blocked_gate'], [11, 19]],
    ['拖欠38名工人工资，工人堵住大门', ['blocked_gate'], null],
    ['46个工人在厂门口聚集讨薪', ['gathering'], [46, 46]],
    ['欠100名工人工资。明天大家一起去省政府上访', ['planned'], null],
    ['几十人堵了高速入口', ['blocked_road'], [20, 90]],
    ['工人冲进镇政府砸东西', ['office'], null],
  ])('%s', (text, kinds, expected) => {
    const { collective } = read(text)
    expect(collective.map(({ kind }) => kind)).toEqual(kinds)
    expect(bounds(collective[0]?.people ?? null)).toEqual(expected)
  })
})

describe('a life in danger', () => {
  it.each([
    ['欠薪不给，工人浑身浇了汽油', 'fire'],
    ['讨薪的被打死一人', 'violence'],
    ['要工资被打得头破血流', 'violence'],
    ['有人站在楼边讨薪', 'height'],
    ['工人站在脚手架上不下来', 'height'],
    ['不给工钱就死给他看', 'self_harm'],
  ])('%s', (text, kind) => {
    expect(read(text).danger.map((mention) => mention.kind)).toContain(kind)
  })
})

describe('how much is owed', () => {
  it.each([
    ['一共拖欠工资65.4万', [654_000, 654_000]],
    ['欠劳务费三四十万', [300_000, 400_000]],
    ['单子4200块没结', [4_200, 4_200]],
    ['欠我们1,234,567元', [1_234_567, 1_234_567]],
    ['工资差我两千八', [2_800, 2_800]],
    ['12个工人每人欠1.2万', [144_000, 144_000]],
    ['说好一个月八千，现在欠我3000元', [3_000, 3_000]],
    ['货款120万收不回，欠工资20多万', [200_000, null]],
    ['已付十万，还欠九万六', [96_000, 96_000]],
    ['总共给了41600块，其余没给', null],
    ['谈好的工资19000，没有发齐', null],
    ['欠工资，抵给我们百万元货物', null],
    ['拖欠工资金额8千元，补偿金5万', [8_000, 8_000]],
    ['欠我们兄弟俩四千块', [4_000, 4_000]],
    ['工资打了七折', null],
    ['欠了3个月，2026年开始的', null],
    ['打12345投诉', null],
    ['覆盖率100%', null],
  ])('%s', (text, expected) => {
    expect(bounds(read(text).amountYuan)).toEqual(expected)
  })
})

describe('for how many months', () => {
  it.each([
    ['欠了三个月工资', [3, 3]],
    ['半年没发工资', [6, 6]],
    ['拖欠三个多月', [3, null]],
    ['欠我一年工资', [12, 12]],
    ['9-10月工资没发', [2, 2]],
    ['2025年11月至2026年1月工资未付', [3, 3]],
    ['押了一个半月工资', [1.5, 1.5]],
    ['4、5月份工资没发', [2, 2]],
    ['从去年10月至今年2月，工资一分没发', [5, 5]],
    ['工资拖了仨月', [3, 3]],
    ['目前已经拖欠工资3月', [3, 3]],
    ['拖欠1年薪酬', [12, 12]],
    ['欠薪，还有14个月的社保未缴纳', null],
    ['塔吊上住70天讨薪', null],
    ['月薪六千', null],
    ['一个月内整改', null],
    ['2025年11月入职', null],
  ])('%s', (text, expected) => {
    expect(bounds(read(text).months)).toEqual(expected)
  })
})

describe('who owes, and where they build', () => {
  it.each([
    ['嘉兴示例制衣有限公司欠薪', '嘉兴示例制衣有限公司'],
    ['在钟埭一家箱包厂被欠工资', '箱包厂'],
    ['我在测试五金制品有限公司上班', '测试五金制品有限公司'],
    ['投诉示例餐饮管理公司拖欠工资', '示例餐饮管理公司'],
    ['我在示例服饰上班，老板欠我工资', '示例服饰'],
    ['本人是杭州测*新业的员工，工资拖着', '杭州测*新业'],
    ['测试搅拌站老板拖欠我工资', '测试搅拌站'],
    ['投诉示例镇中心小学拖欠代课老师工资', '示例镇中心小学'],
    ['反映示例县林业局拖欠津贴', '示例县林业局'],
    ['到示例县劳动局反映拖欠工资', null],
    ['总包是某某建设集团有限公司，测试劳务有限公司拖欠工资', '测试劳务有限公司'],
    ['示例云科技（某某大厦）\n每个月都拖工资', '示例云科技'],
    ['2024年拖欠的工资还没给', null],
    ['公司不仅拖欠工资，还骂人', null],
    ['这个厂欠薪', null],
    ['我们公司不发工资', null],
    ['全厂没发工资', null],
  ])('%s: %s', (text, name) => {
    expect(read(text).employer?.name ?? null).toBe(name)
  })

  it.each([
    ['XX花苑三期欠薪', 'XX花苑三期'],
    ['在城东安置房12#楼干活', '城东安置房12#楼'],
    ['我们工地欠薪', null],
    ['这个项目没钱', null],
  ])('%s: %s', (text, name) => {
    expect(read(text).project?.name ?? null).toBe(name)
  })

  it('tells a name from a mere kind', () => {
    expect(identifiesEmployer('嘉兴示例制衣有限公司')).toBe(true)
    expect(identifiesEmployer('毛衫厂')).toBe(false)
  })
})

describe('danger, gathering and flight', () => {
  it('are listed once per kind with the words that say so', () => {
    const text = '老板跑路，工人拉横幅堵门，有人爬塔吊，有人站在楼顶'
    const facts = read(text)
    expect(facts.danger.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['height', '爬塔'],
    ])
    expect(facts.collective.map(({ kind }) => kind)).toEqual(['banner', 'blocked_gate'])
    expect(facts.flight.map(({ kind }) => kind)).toEqual(['fled'])
  })

  it.each([
    '楼顶防水班组的工资没发',
    '塔吊司机的工资拖着',
    '老板跟我们砍价，工资少发',
    '加汽油的钱和工资都没给',
  ])('are not seen where the word means work or trade: %s', (text) => {
    expect(read(text).danger).toEqual([])
  })

  it('know only the kinds the rest of the house knows', () => {
    const known: Record<string, string[]> = {
      danger: ['height', 'fire', 'poison', 'violence', 'self_harm', 'detention'],
      collective: [
        'gathering',
        'banner',
        'blocked_gate',
        'blocked_road',
        'office',
        'strike',
        'petition',
        'planned',
      ],
      collapse: ['fled', 'closed', 'seized', 'assets_moved'],
    }
    for (const group of lexicon.groups) {
      if (known[group.rule]) expect(known[group.rule]).toContain(group.kind)
    }
  })

  it('leave unknown what is not stated', () => {
    expect(read('老板欠薪')).toEqual({
      employer: null,
      project: null,
      workers: null,
      amountYuan: null,
      months: null,
      danger: [],
      collective: [],
      flight: [],
    })
  })
})
