import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPersonalData } from './mask.ts'
import { maskPersonAsEmployer } from './mask-names.ts'

/** What stands between « and » is personal and has to go; all numbers are impossible ones. */
const personal = [
  // mobile numbers
  '打我电话«19900000000»',
  '联系«199 0000 0000»谢谢',
  '手机«199-0000-0001»随时打',
  '电话«１９９００００００００»',
  '加我«+8619900000000»',
  '电话«86-199-0000-0000»',
  '号码«1️⃣9️⃣9️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣»',
  '电话«①⑨⑨①①①①①①①①»',
  '打«一九九零零零零零零零零»找我',
  '打«幺九九 零零零零 零零零零»',
  '电话«1 9 9 0 0 0 0 0 0 0 0»',
  '两个号«19900000000»、«19900000001»都行',
  '电话«19900000000»转告',
  '我的电话«199.0000.0000»',
  '请回电«199_0000_0000»',
  // landlines
  '座机«0573-00000000»',
  '电话«(0573)00000000»',
  '联系«0573 0000 0000»',
  '电话：«00000000»找会计',
  '单位电话«010-00000000»吗',
  // citizen's ID and cards
  '身份证«99000019900101123X»',
  '身份证号：«990000199001011234»',
  '身份证 «990000 19900101 1234»',
  '证号«990000900101123»已登记',
  '工资卡«6200000000000000000»',
  '卡号«6200 0000 0000 0000 000»',
  '打到«5500000000000000»这张卡',
  '护照号«E00000000»',
  '工号：«A1234567»',
  // vehicle plates
  '老板开«浙F00000»跑了',
  '车牌«浙F·D00000»停在门口',
  '一辆«沪A00000»',
  // accounts
  '加微信«gongyou_2026»',
  '微信号：«wxid-test01»',
  '我的vx«abcde123»',
  'QQ«100000000»联系',
  'QQ群：«900000000»',
  '抖音号是«worker00001»',
  '支付宝账号：«test-account»',
  '写信到«nobody@example.com»',
  '邮箱 «a.b+c@mail.example.cn»',
  '«@打工的小张» 快来看',
  '转给«@test_user-1» 看看',
  // names after a cue
  '我叫«张某某»，在厂里干活',
  '我叫«李测试»。',
  '我是«王某»，今年四十',
  '本人«赵测试»被欠工资',
  '姓名：«钱测试»',
  '姓名:«欧阳测试»，男',
  '联系人：«孙测»',
  '联系人«周测试» 电话«19900000000»',
  '投诉人：«吴测试»',
  '法人«郑测试»跑了',
  '法定代表人：«冯某某»',
  '老板«陈测»欠薪',
  '老板叫«褚某某»',
  '老板娘«卫测试»说没钱',
  '包工头«蒋某»卷款失联',
  '包工头：«沈测试»',
  '项目经理«韩测试»不接电话',
  '班组长«杨测»带的班',
  '我老公«朱测试»干了半年',
  '工友«许某某»作证',
  '户名：«何测试»，卡号«6200000000000000001»',
  '«吕测试»，男，«990000199001011234»',
  '«施某某» 身份证«99000019900101123X»',
  '负责人«张测试»的电话«19900000009»',
  // doors
  '住在某某小区3幢«2单元501室»',
  '租的房8栋«302室»，房东催租',
]

const ordinary = [
  '请拨打110、12333、12345、12348或者12351',
  '劳动监察热线12333转2号线',
  '信用代码91330400MA2AAAAA0X',
  '欠我们12345元',
  '一共65.4万工资，38个工友',
  '合计1,234,567元',
  '2026年11月23日下午3点',
  '2025-11-23 至 2026-01-20 没发',
  '9-10月工资没发，人均8000',
  '三四十万，十七八个人，一万二',
  '30余人，100多万，3万5',
  '老板跑路了，老板马上就走',
  '老板说没钱，老板娘也不在',
  '老板电话打不通',
  '包工头于昨天失联',
  '法人代表已经换人',
  '经理高速路口堵车',
  '我叫他给钱他不给',
  '我是外卖骑手，站点换了',
  '本人于7月入职，向公司讨薪',
  '组长任何人都不理',
  '负责人应该出面',
  '联系人社局也没用',
  '当事人双方签字',
  '12号楼3单元在建',
  '103国道和G60高速',
  '湖滨花苑三期12#楼',
  '一二三四五，上山打老虎',
  '工资条编号第3页共12页',
  'T恤衫订单20260101批次',
]

function unmark(text: string): string {
  return text.replace(/[«»]/gu, '')
}

describe('masking personal data', () => {
  it.each(personal)('hides what is personal and nothing else: %s', (marked) => {
    const expected = marked.replace(/«([^»]*)»/gu, (_whole, secret: string) => '*'.repeat(secret.length))
    expect(maskPersonalData(unmark(marked))).toBe(expected)
  })

  it.each(ordinary)('leaves alone: %s', (text) => {
    expect(maskPersonalData(text)).toBe(text)
  })

  it('hides a name wherever the message says it again, once a cue has told it', () => {
    const text = '欧阳示例求助\n我叫欧阳示例，工资三个月没发，求大家帮帮欧阳示例'
    expect(maskPersonalData(text)).toBe('****求助\n我叫****，工资三个月没发，求大家帮帮****')
  })

  it.each([
    ['王示例', '***'],
    ['老板李示范', '老板***'],
    ['包工头：示小二', '包工头：***'],
    ['欧阳示例', '****'],
    ['甲子针织有限公司', '甲子针织有限公司'],
    ['濮院某毛衫厂', '濮院某毛衫厂'],
    ['华联超市', '华联超市'],
    ['高新区二期工地', '高新区二期工地'],
  ])('leaves nothing of a person stated as the employer: %s', (stated, kept) => {
    expect(maskPersonAsEmployer(stated)).toBe(kept)
  })

  it('keeps the length and changes nothing the second time', () => {
    const parts = fc.constantFrom(...personal.map(unmark), ...ordinary, '，', '\n', ' ', '1', '*', '@')
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'binary' })), { maxLength: 8 }), (pieces) => {
        const once = maskPersonalData(pieces.join(''))
        expect(once).toHaveLength(pieces.join('').length)
        expect(maskPersonalData(once)).toBe(once)
      }),
      { numRuns: 400 },
    )
  })

  it('takes no longer than a blink over endless digits', { timeout: 2_000 }, () => {
    expect(maskPersonalData('1 9-'.repeat(5_000))).toHaveLength(20_000)
  })
})
