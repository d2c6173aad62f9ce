import { describe, expect, it } from 'vitest'
import model from '#seeds/flag-model.json'
import gazetteer from '#seeds/gazetteer.json'
import lexicons from '#seeds/lexicons.json'
import { readPost } from './read-post.ts'
import { compileTables } from './reading-tables.ts'

const tables = compileTables(lexicons, gazetteer, model)

function headline(text: string): string {
  return readPost({ externalId: 'x', title: '', text, url: null, publishedAt: null }, tables).headline
}

describe('the headline of a message', () => {
  it.each([
    ['濮院这边毛衫厂老板跑路了，我们工资没着落', '毛衫厂老板跑路'],
    ['王江泾一家喷织厂欠了我们一个半月工资', '喷织厂欠薪一个半月'],
    ['王江泾一家喷织厂欠了我们1.5个月工资', '喷织厂欠薪一个半月'],
    ['王江泾一家喷织厂欠了我们三个月工资', '喷织厂欠薪三个月'],
    ['服装厂拖欠工资，工人今天去堵门', '服装厂门口讨薪堵门'],
    ['工人爬上塔吊讨薪，王店的工地', '王店镇工地欠薪有人登高'],
    ['包工头卷款跑了，欠我们班组兄弟工资', '包工头跑路'],
    ['嘉兴示例制衣有限公司欠薪半年，员工急', '嘉兴示例制衣欠薪半年'],
    ['听说海盐有个厂欠薪了', '海盐县欠薪传闻待核实'],
  ])('%s: %s', (text, words) => {
    expect(headline(text)).toBe(words)
  })

  it('is short and holds no personal data', () => {
    for (const text of [
      '我叫张某某，电话19900000000，在一家名字特别特别长的示例针织服饰制造有限公司被欠薪十一个月',
      '老板陈测试欠薪，住8栋302室，工人拉横幅',
      '拖欠工资',
    ]) {
      expect(headline(text).length).toBeLessThanOrEqual(14)
      expect(headline(text)).not.toMatch(/\*|张某某|陈测试|1990|302/u)
    }
  })
})
