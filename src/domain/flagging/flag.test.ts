import { describe, expect, it } from 'vitest'
import lexicons from '#seeds/lexicons.json'
import { flagPost } from './flag.ts'
import { fold } from './fold.ts'
import { compileLexicon, type LexiconsJson } from './lexicon.ts'

const lexicon = compileLexicon(lexicons as LexiconsJson)

function flag(text: string) {
  return flagPost(fold(text, lexicon.folding), lexicon)
}

describe('a claim of unpaid wages is flagged', () => {
  it.each([
    '我们厂拖欠工资两个月了，没人管',
    '老板不给我们结工钱，打电话也不接',
    '干完活大半年，工头一分没给',
    '说好一天三百，最后才给一百，工地上的人都走了',
    '押了我们一个半月工资，辞职也不让',
    '去年在这个工地做木工，还欠我们班组七万块没给',
    '厂里绩效和奖金半年没发，员工都在等',
    '劳务公司把工资打给了包工头，包工头人找不到',
    '教师三个月没领到工资，学校说等财政',
    '保洁阿姨的工资被物业公司一拖再拖',
    '讨要血汗钱，十几个民工守在项目部',
    '外卖站点换老板，骑手上个月的钱没拿到',
  ])('%s', (text) => {
    expect(flag(text)).toMatchObject({ flagged: true, label: 'claim' })
  })
})

describe('soft words say it too', () => {
  it.each([
    '外包队二十六个人，从六月份起一毛钱没见到',
    '我爸在市场做装卸，老板欠他一万八，人都找不到了',
    '工地上三十多个人堵在项目部，要不到钱不走',
    '保安公司换了，上个季度的工资两家都不认',
    '兼职发传单五天，说好一百二一天，一分没见着',
    '我们的人工费总包推给劳务，劳务推给老板，快过年了',
    '医院护工，外包公司欠三个月，一共十一人',
    '做脚手架的，班组长把钱领走跑了',
    '年底了，农民工的钱什么时候给',
  ])('%s', (text) => {
    expect(flag(text)).toMatchObject({ flagged: true, label: 'claim' })
  })

  it.each([
    '今天发工资啦，请大家喝奶茶',
    '男朋友欠我五千块不还',
    '租的房子押金不退',
    '孩子学费还差三千',
    '法院审理一起欠薪案，被判拘役',
  ])('and about other money they do not: %s', (text) => {
    expect(flag(text).flagged).toBe(false)
  })
})

describe('what is said of pay in other words says it too', () => {
  it.each([
    '公司从去年十月起就没有正常发过工资，员工都在等',
    '请问单位不按时发工资，上班的人去哪里告',
    '工厂倒闭了，我们一百多个工人的工资找谁要',
    '保洁阿姨说物业已经四个月没发工钱了',
    '幼儿园拖着老师的课时费不肯结算，工资也没给',
    '乡镇干部绩效工资和津补贴至今没有兑现',
    '请领导督促建筑公司尽快支付农民工的血汗钱',
    '因为工钱发生纠纷，班组的人都没拿到工资',
  ])('%s', (text) => {
    expect(flag(text)).toMatchObject({ flagged: true, label: 'claim' })
  })

  it.each([
    ['退休工资没发到位，社区说再等等', 'pension is no wage'],
    ['开发商跑了，业主的血汗钱要不回', 'a buyer’s money is no wage'],
    ['感谢劳动监察，拖欠的工资一事已有结果，工人都说好', 'who begins with thanks has been helped'],
    ['全镇实现农民工工资零拖欠', 'no arrears at all'],
    ['工资没发现问题，员工放心', '没发 goes on as 没发现'],
  ])('%s: %s', (text) => {
    expect(flag(text).flagged).toBe(false)
  })
})

describe('what is not a claim is not flagged', () => {
  it.each([
    ['小区业主拖欠物业费，物业公司贴了通知', 'other_debt'],
    ['客户欠货款不还，我们小厂难', 'other_debt'],
    ['甲方拖欠工程款，材料商着急', 'other_debt'],
    ['本企业从未拖欠工资，按时发放', 'none'],
    ['全镇实现无欠薪目标', 'none'],
    ['球队欠薪，外援离开俱乐部', 'none'],
    ['昨晚电视剧里农民工讨薪的剧情', 'none'],
    ['街道开展欠薪处置应急演练', 'none'],
    ['今年最低工资标准又涨了', 'none'],
    ['业主的血汗钱要不回来，楼盘烂尾', 'none'],
    ['种粮补贴什么时候发', 'other_debt'],
    ['诚聘缝纫工，工资面议，包吃住', 'none'],
    ['老板说工资不给涨，员工不满', 'none'],
    ['拖欠的工资已经全部到账了，谢谢劳动监察', 'settled'],
    ['听说那边工地欠薪了，真的假的', 'hearsay'],
    ['厂里停电停水，老板说放假', 'weak'],
  ])('%s is %s', (text, label) => {
    expect(flag(text)).toMatchObject({ flagged: false, label })
  })
})

describe('an exclusion belongs to its own rule', () => {
  it('another debt beside a claim does not take the claim away', () => {
    expect(flag('老板说货款收不回来，我们的工资就先欠着，车间几十个人').flagged).toBe(true)
    expect(flag('这家公司欠供应商货款，还拖欠工人工资').flagged).toBe(true)
  })

  it('a negation holds in its own clause only', () => {
    expect(flag('隔壁厂从不拖欠，我们厂却拖欠工资三个月，员工没办法').flagged).toBe(true)
  })

  it('settled in part is not settled', () => {
    expect(flag('拖欠的工资到账了一部分，还有两个月至今没发，员工都急').label).toBe('claim')
  })
})

describe('hearsay', () => {
  it('is the whole of a brief message, and one point of a long one', () => {
    const heard = '听说开发商拖欠工人工资'
    const own =
      '小区去年就该交房，业主多次到现场，楼一直停在那里，问物业说不知道，问街道说再等等，孩子要上学，租房子又贵，大家都很着急，不知道还要等多久，希望有人管一管，给业主一个准话，'
    expect(flag(heard).label).toBe('hearsay')
    expect(flag(own + heard).label).not.toBe('hearsay')
  })
})

describe('danger to life', () => {
  it('weighs heavily beside unpaid wages', () => {
    const judged = flag('有工人爬上塔吊，说是工资没发')
    expect(judged.flagged).toBe(true)
    expect(judged.reasons.map((reason) => reason.rule)).toContain('danger')
  })

  it('without any word of wages is looked at by a person, and only where people work', () => {
    expect(flag('工地上有人爬塔吊').label).toBe('weak')
    expect(flag('小说里主角跳楼了').label).toBe('none')
  })
})

describe('every reason can be shown', () => {
  it('names the two words of a pair and the letters between them', () => {
    const judged = flag('桐乡一家服装厂，拖着不发我们几个月的工资')
    expect(judged.reasons[0]?.pair).toMatchObject({ noun: '工资', letters: 6 })
  })

  it('names its rule, its weight and its place in the text', () => {
    const text = '桐乡一家服装厂，员工的 工 资 一直拖着'
    const judged = flag(text)
    expect(judged.score).toBe(judged.reasons.reduce((sum, reason) => sum + reason.weight, 0))
    const owed = judged.reasons.find((reason) => reason.rule === 'wage-owed')
    expect(text.slice(owed?.start, owed?.end)).toBe('工 资 一直拖着')
  })
})
