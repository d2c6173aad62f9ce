import { asWritten, type Folded, spanOf } from '#domain/flagging/fold.ts'
import type { NameMention, Span } from '#domain/post/post.ts'

const companyEnding = '(?:有限责任公司|股份有限公司|有限公司|集团公司|集团|分公司|公司)'
const workshopEnding =
  '(?:制衣厂|服装厂|针织厂|喷织厂|毛衫厂|织造厂|印染厂|箱包厂|皮革厂|电子厂|家具厂|五金厂|紧固件厂|机械厂|食品厂|塑料厂|包装厂|纸箱厂|砖厂|鞋厂|加工厂|经编厂|水泥厂|工厂|厂|加工点|作坊|劳务队|施工队|项目部|饭店|酒店|餐厅|餐饮店|火锅店|工作室|驾校|会所|教育局|学校|中学|小学|幼儿园|医院|健身房|超市)'
const ending = new RegExp(`${companyEnding}|${workshopEnding}`, 'gu')

/** Letters before which a name begins. */
const outside = /[\s,，。、;；:：!！?？"“”'‘’()（）【】《》<>[\]]/u
const longestName = 24

/** The employer who owes, by its own name or by its kind (喷织厂); null when only 公司 or 厂 is said. */
export function readEmployer(folded: Folded): NameMention | null {
  let best: { start: number; end: number; rank: number } | null = null
  for (const match of folded.text.matchAll(ending)) {
    const end = match.index + match[0].length
    if (isOtherWord(match[0], folded.text.slice(end, end + 2))) continue
    const start = nameStart(folded.text, match.index)
    const rank = rankName(folded.text.slice(start, end), match[0])
    if (rank > (best?.rank ?? 0)) best = { start, end, rank }
  }
  return best && { name: asWritten(folded, best.start, best.end), ...spanOf(folded, best.start, best.end) }
}

/** 厂区, 学校项目: the ending goes on and is no employer. */
function isOtherWord(ending: string, after: string): boolean {
  return (ending === '厂' && /^[区长房里内门址商牌]/u.test(after)) || /^(?:项目|工程|工地)/u.test(after)
}

/** 0 is no name; a registered form is surer than a shop's name, that than a mere kind. */
function rankName(name: string, ending: string): number {
  const own = name.slice(0, -ending.length)
  if (saysKind.test(name)) return 1
  if (own === '' || /^(?:[总分子母本贵该新老小大原上全各我]|整个|外包|外地|同一?个?)$/u.test(own)) return 0
  if (sentenceWords.test(own) || (own.length < 2 && ending === '公司')) return 0
  return /有限|集团|公司$/u.test(ending) ? (ending.includes('有限') ? 4 : 3) : 2
}

/** Takes the place off the front of a workshop (濮院毛衫厂 → 毛衫厂); a registered name keeps it. */
export function withoutPlaceInFront(
  employer: NameMention | null,
  places: readonly Span[],
): NameMention | null {
  if (!employer || /(?:公司|集团)$/u.test(employer.name)) return employer
  const inFront = places.find(({ start, end }) => start === employer.start && end < employer.end)
  if (!inFront) return employer
  const name = employer.name.slice(inFront.end - inFront.start)
  return withoutPlaceInFront({ ...employer, name, start: inFront.end }, places)
}

/** Words of a sentence, not of a name. */
const sentenceWords =
  /请求|解决|时候|需要|如今|而且|因为|加班|薪资|工资|物流|老板|没有|已经|多次|所有|任何|发放|拖欠|不少|几[家个]|以前|之前|分包|旗下|同学|工人|员工/u

/** True when the name tells one employer from another; 喷织厂 or 服装厂 does not. */
export function identifiesEmployer(name: string): boolean {
  return !saysKind.test(name)
}

const saysKind =
  /^(?:[小大某]?(?:制衣|服装|针织|喷织|毛衫|织造|印染|箱包|皮革|电子|家具|五金|紧固件|机械|食品|塑料|包装|纸箱|砖|鞋|加工|经编|水泥|工)厂|劳务队|劳务公司|建筑公司|装修公司|装饰公司|科技公司|物业公司|加工点|作坊|施工队|项目部|饭店|酒店|餐厅|工作室|驾校|会所|健身房|超市|幼儿园|医院|学校)$/u

function nameStart(text: string, endingStart: number): number {
  let start = endingStart
  while (start > 0 && endingStart - start < longestName) {
    const before = text[start - 1] as string
    const bracket = before === ')' ? text.slice(Math.max(0, start - 7), start).lastIndexOf('(') : -1
    if (bracket !== -1) start = Math.max(0, start - 7) + bracket
    else if (outside.test(before)) break
    else start--
  }
  const head = text.slice(start, endingStart)
  const cut = head.match(leadIn)
  return start + (cut ? cut[0].length : 0)
}

/** What may stand before a name inside one clause: verbs, places with 一家, 我们… */
const leadIn =
  /^.*(?:的|在|被|欠|给|于|从|去|是|投诉|举报|反映|关于|一家|这家|那家|一个|这个|那个|某|我们|你们|他们|我|这边|那边|那里|这里|位于|就职|入职|进入|来到|请问|求助|该|由|和|与|叫|到(?!家)|做|有[个家]?|说|听说|是不是|请求|帮助|解决|因|为(?!民)|原|以|后|离职|就(?!业)|现|买了|幢|栋|本人|先后|街道|镇(?!江)|楼上|年|月|日|号)/u
