import { describe, expect, it } from 'vitest'
import { compileModel, probabilityOf } from '#domain/flagging/classifier.ts'
import { readingTables } from '#store/reading-tables.ts'
import { dealFolds } from './folds.ts'
import { groupMessages } from './group-messages.ts'
import { readLabelledMessages } from './labelled-messages.ts'
import { trainModel } from './train-model.ts'
import { trainingMessages } from './training-messages.ts'

const claims = [
  '老板拖欠工资',
  '工资一直不发',
  '欠薪三个月',
  '讨要工钱',
  '工地没发工资',
  '克扣我们工资',
  '包工头跑了，工钱没给',
]
const others = [
  '工资涨了',
  '最低工资标准是多少',
  '工资高待遇好',
  '退休工资怎么算',
  '招聘缝纫工，工资面议',
  '公园有音乐会',
  '工资卡丢了',
]

function labels(): string {
  const lines = (texts: string[], label: number) =>
    texts.flatMap((text, at) =>
      ['，工友', '，厂里', '，大家'].map((end) =>
        JSON.stringify({ id: `${label}-${at}${end}`, text: text + end, label }),
      ),
    )
  return [...lines(claims, 1), ...lines(others, 0)].join('\n')
}

function messages() {
  const read = readLabelledMessages(labels())
  if (!read.ok) throw new Error(read.refusal.code)
  return trainingMessages(read.value, readingTables())
}

describe('a file of labels', () => {
  it.each([
    ['', 'labels_empty', {}],
    ['\n \n', 'labels_empty', {}],
    ['{"id":"1","text":"a","label":1}\n{bad', 'labels_line_unreadable', { line: 2 }],
    ['{"id":"1","text":"a","label":2}', 'labels_line_unreadable', { line: 1 }],
    ['{"id":"1","text":"a","label":1}\n{"id":"2","text":"b","label":1}', 'labels_one_class', { label: 1 }],
    ['{"id":"1","text":"a","label":0}', 'labels_one_class', { label: 0 }],
    ['{"id":"1","text":"a","label":0}\n{"id":"2","text":"b","label":1}', 'labels_too_few', { count: 1 }],
  ])('%j is refused: %s', (text, code, details) => {
    expect(readLabelledMessages(text)).toMatchObject({ ok: false, refusal: { code, details } })
  })

  it('may leave out the title', () => {
    expect(readLabelledMessages(labels())).toMatchObject({ ok: true })
  })
})

describe('training', () => {
  it('gives the same bytes for the same labels and seed, and others for another seed', () => {
    const once = JSON.stringify(trainModel(messages(), 7))
    expect(JSON.stringify(trainModel(messages(), 7))).toBe(once)
    expect(JSON.stringify(trainModel(messages(), 8))).not.toBe(once)
  })

  it('learns to tell what it was shown', () => {
    const shown = messages()
    const model = compileModel(trainModel(shown, 7))
    for (const { features, label } of shown) {
      const probability = features ? probabilityOf(model, features) : model.floor
      expect(probability > 0.5 ? 1 : 0).toBe(label)
    }
  })

  it('keeps no text: only numbers, names of rules and hashed buckets', () => {
    const json = JSON.stringify(trainModel(messages(), 7))
    expect(json).not.toMatch(/[\u4e00-\u9fff]/u)
    expect(json.length).toBeLessThan(600_000)
  })
})

describe('folds', () => {
  it('keep near-duplicates and messages of one employer together', () => {
    const long = '某某工地拖欠我们班组二十个人的工资已经五个月了，大家都等着钱回家过年，请领导帮忙解决。'
    const groups = groupMessages(
      [long, `${long}谢谢！`, '公园里的花开了，真好看。', '厂里的工资', '别的话'],
      [null, null, null, '示例厂', '示例厂'],
    )
    expect(groups[0]).toBe(groups[1])
    expect(groups[3]).toBe(groups[4])
    expect(new Set(groups).size).toBe(3)
  })

  it('split no group and deal the claims out evenly', () => {
    const groups = Array.from({ length: 100 }, (_, at) => Math.floor(at / 2))
    const marks = groups.map((group) => (group % 5 === 0 ? 1 : 0))
    const folds = dealFolds(groups, marks, 5, 7)
    for (const [at, group] of groups.entries()) expect(folds[at]).toBe(folds[groups.indexOf(group)])
    for (let fold = 0; fold < 5; fold++) {
      expect(marks.filter((mark, at) => mark === 1 && folds[at] === fold)).toHaveLength(4)
    }
  })
})
