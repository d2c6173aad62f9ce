import { describe, expect, it } from 'vitest'
import { pointsAtSomebody } from './points-at-somebody.ts'

describe('a text for the public', () => {
  it.each([
    '联系电话19900000000',
    '身份证99000019900101123X',
    '工人代表诸葛样本已领到工资',
    '@某某账号 所说不实',
    '网民“讨薪哥甲”发布的内容',
    '发帖人：甲某',
    '用户 taoxin_123 所称',
    '微信号wx_synthetic77',
    '姓名已隐去**',
  ])('points at somebody: %s', (text) => {
    expect(pointsAtSomebody(text)).not.toBeNull()
  })

  it.each([
    '11月23日，我们注意到有关桐乡市濮院镇拖欠工资的信息。',
    '有网民反映濮院镇一家毛衫厂拖欠工资，经核查不实。',
    '拨打 12333、12345；法律援助 12348。',
    '截至2026年11月23日，涉及劳动者 31 名，拖欠工资 520,000 元。',
    '网传：38 人被欠 65.4 万元；事实：31 人，52 万元；依据：工资表。',
  ])('points at nobody: %s', (text) => {
    expect(pointsAtSomebody(text)).toBeNull()
  })
})
