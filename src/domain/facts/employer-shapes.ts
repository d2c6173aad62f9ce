import { compileAutomaton, scan } from '#domain/flagging/automaton.ts'

/** How names of employers end: a firm or shop by itself, a trade without its legal form, a public body. */
const endings = {
  form: '有限责任公司 股份有限公司 有限公司 集团公司 集团 分公司 公司 制衣厂 服装厂 针织厂 喷织厂 毛衫厂 织造厂 印染厂 箱包厂 皮革厂 电子厂 家具厂 五金厂 紧固件厂 机械厂 食品厂 塑料厂 包装厂 纸箱厂 砖厂 鞋厂 加工厂 经编厂 水泥厂 工厂 厂 加工点 作坊 搅拌站 煤矿 农场 林场 劳务队 施工队 项目部 饭店 酒店 餐厅 餐饮店 火锅店 工作室 驾校 会所 山庄 教育局 学校 中学 小学 幼儿园 医院 卫生院 健身房 超市 服务中心'.split(
    ' ',
  ),
  trade:
    '科技 网络 信息 软件 互联 电商 电子 电器 教育 传媒 文化 建设 建工 建筑 装饰 健身 美容 美发 餐饮 物流 快递 速运 实业 置业 地产 物业 商贸 贸易 服饰 纺织 家居 家具 食品 医药 药业 生物 智能 能源 环保 旅游 影业 劳务 保安 家政 火锅 烧烤 酸汤鱼 面馆 奶茶 网吧 ktv'.split(
      ' ',
    ),
  body: '局 镇政府 乡政府 县政府 区政府 街道办事处 街道办 管委会 村委会 居委会 教育部门 财政所'.split(' '),
} as const

export type EndingKind = keyof typeof endings
export type NameEnding = { kind: EndingKind; start: number; end: number }

const kindOfTerm = Object.entries(endings).flatMap(([kind, words]) => words.map(() => kind as EndingKind))
const automaton = compileAutomaton(Object.values(endings).flat())

/** Every ending of a name in the text; one inside a longer one of its kind is not repeated. */
export function findEndings(text: string): NameEnding[] {
  const found: NameEnding[] = []
  scan(automaton, text, (term, start, end) => {
    const kind = kindOfTerm[term] as EndingKind
    for (let last = found.at(-1); last?.kind === kind && last.start >= start; last = found.at(-1)) found.pop()
    const last = found.at(-1)
    if (last?.kind === kind && last.end === end) return
    found.push({ kind, start, end })
  })
  return found
}

/** What stands right behind whoever is blamed. */
export const blamedAfter =
  /^(?:公司|老板|单位)?(?:恶意|长期|无故|一直|多次|经常|常年|违法|违规|违反|又|还|至今|已)?(?:拖欠|拖着|欠薪|欠[我了着员工民教职]|克扣|扣发|扣[我员工]|不发|未发|没发|不给|拒不|拒付|压[着我员工]|不支付|未支付|私吞|截留)/u

/** What stands right before whoever is blamed. */
export const blamedBefore =
  /(?:投诉|举报|曝光|控告|状告|被|老板是|名叫|叫做|公司是|公司名称?[:为是]?|单位是|供职于|就职于|入职|任职于)$/u

/** What stands behind the place where somebody works. */
export const workedAfter =
  /^(?:这家店|这家公司|公司|工地|的?(?:在职)?(?:员工|职工|工人|老师|保安|骑手)|(?:上班|工作|干活|做工|打工|实习|任职|从事|担任|做))/u

/** A registered name keeps its legal form; a wholesaler of labour or the owner of the site is not whom the worker names. */
export const namedAsAnother =
  /(?:总包|总承包|甲方|建设单位|开发商|业主|发包方|监理)(?:单位|方)?(?:是|为|[:])?$/u

/** Words of a sentence, not of a name. */
export const sentenceWords =
  /请求|解决|时候|需要|如今|而且|因为|加班|薪资|工资|物流公司的|老板|没有|已经|多次|所有|任何|发放|拖欠|不少|几[家个]|以前|之前|分包|旗下|同学|工人|员工|所上班|上班的|问了|[你我他她它谁哪]|什么|怎么|为何|问题|很多|许多|这[个些家]|那[个些家]|如何|不[给发到能]|克扣|春节|后来|希望|关于|领导|书记|市长|尊敬|听说|有[个家]|一共|不仅|经营|协商|[离入在]职|欠费|目前|通过|尽责/u

/** What may stand before a name inside one clause: verbs, places with 一家, 我们… */
export const leadIn =
  /^.*(?:的|在|被|欠|给|于|从|去|是|投诉|举报|反映|关于|一家|这家|那家|一个|这个|那个|某|我们|你们|他们|我|这边|那边|那里|这里|位于|就职|入职|进入|来到|请问|求助|该|由|和|与|叫|到(?!家)|做|有[个家]?|说|听说|是不是|请求|帮助|解决|因|为(?!民)|原|以|后|离职|就(?!业)|现|买了|幢|栋|本人|先后|街道(?!办|卫生|社区)|镇(?!江|中心|初级|中学|小学|卫生|政府|幼儿)|楼上|年|月|日|号|单位(?!公司)|下属|分包|总包|项目部(?=.)|通过|经(?!编|济|开|贸)|督促|要求|问了)/u

/** A kind of employer, not one employer: 喷织厂 or 服装厂. */
export const saysKind =
  /^(?:[小大某]?(?:制衣|服装|针织|喷织|毛衫|织造|印染|箱包|皮革|电子|家具|五金|紧固件|机械|食品|塑料|包装|纸箱|砖|鞋|加工|经编|水泥|工)厂|劳务队|劳务公司|建筑公司|装修公司|装饰公司|科技公司|物业公司|保安公司|物流公司|快递公司|加工点|作坊|施工队|项目部|饭店|酒店|餐厅|工作室|驾校|会所|健身房|超市|幼儿园|医院|学校|中学|小学|卫生院|搅拌站|煤矿|农场|林场|山庄|服务中心|(?:外卖|网约车)?平台)$/u
