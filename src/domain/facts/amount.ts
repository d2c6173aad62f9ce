import { type Folded, spanOf } from '#domain/flagging/fold.ts'
import type { Range, RangeMention } from '#domain/post/post.ts'
import { type NumberWord, readNumber } from './numbers.ts'

type Sum = Range & { start: number; end: number; trust: number; perHead: boolean }

/** What may follow a number to make it money. */
const unitShape = /\s*(元|圆|块|人民币|万|亿|w(?![a-z0-9])|k(?![a-z0-9]))?/uy

/** The money owed, in yuan: the total where one is named, else the sum per head times the heads. */
export function readAmount(
  folded: Folded,
  numbers: readonly NumberWord[],
  workers: Range | null,
): RangeMention | null {
  const sums: Sum[] = []
  for (const number of numbers) {
    const sum = asSum(folded.text, number)
    if (sum) sums.push(sum)
  }
  const best = sums.reduce<Sum | null>(
    (chosen, sum) => (chosen && chosen.trust >= sum.trust ? chosen : sum),
    null,
  )
  if (best === null || best.trust < 0) return null
  const heads = best.perHead ? workers : null
  return {
    min: best.min * (heads?.min ?? 1),
    max: best.max === null || heads?.max === null ? null : best.max * (heads?.max ?? 1),
    ...spanOf(folded, best.start, best.end),
  }
}

/** Below one yuan and above ten thousand million nobody's wages are meant. */
const mostYuan = 1e10

function asSum(text: string, { word, start, end: wordEnd }: NumberWord): Sum | null {
  unitShape.lastIndex = wordEnd
  const [behind = '', unit = ''] = unitShape.exec(text) ?? []
  const end = unit === '' ? wordEnd : wordEnd + behind.length
  const before = text.slice(Math.max(0, start - 14), start)
  const after = text.slice(end, end + 6)
  if (!isMoney(word, unit, before, after)) return null
  if (/^[十百千万亿]$/u.test(word)) return null
  const base = readNumber(word)
  if (base === null) return null
  const times = unit === '万' || unit === 'w' ? 10_000 : unit === '亿' ? 1e8 : unit === 'k' ? 1_000 : 1
  const open = /^[多余]/u.test(after) || /^[+]/u.test(after)
  const min = Math.round(base.min * times * 100) / 100
  const max = base.max === null || open ? null : Math.round(base.max * times * 100) / 100
  if (min < 1 || min > mostYuan) return null
  const perHead = /(?:每人|人均|每个人|一人|一个人)[^。,;]{0,8}$/u.test(before)
  return { min, max, start, end, perHead, trust: trustIn(before, after) }
}

function isMoney(word: string, unit: string, before: string, after: string): boolean {
  if (
    /^[年月日号楼栋幢期名位个人天周岁米吨次层平亩户台辆件度点届套%:路室届级]/u.test(after) &&
    !/[元圆块]/u.test(unit)
  )
    return false
  if (
    /^(?:工人|工友|员工|农民工|民工|兄弟|女工|老乡|师傅|多人|余人|多名|余名|多个|余个|多户|平方|公里|多套|多户|多亩)/u.test(
      after,
    ) &&
    !/[元圆块]/u.test(unit)
  )
    return false
  if (/[元圆块]/u.test(unit) || unit === '人民币' || /^(?:元|块|人民币|余元|多元|多块|余块)/u.test(after))
    return true
  if (/[万亿]/u.test(unit) || (/\d\s*$/u.test(word) === false && /[万亿w]/u.test(word))) return true
  if (/[wk]/u.test(unit)) return true
  if (/[万亿]/u.test(word)) return true
  const cue =
    /(?:欠|差|共|合计|总计|只给了?|只拿了?|只发了?|工钱|工资|薪水|血汗钱|拖欠)[^\d,。;]{0,4}$/u.test(before)
  return cue && (/[千百]/u.test(word) || /^\d{3,7}$/u.test(word))
}

/** How surely a sum is what is owed: totals and words of owing speak for it, prices, promises and part payments against. */
function trustIn(before: string, after: string): number {
  let trust = 0
  if (
    /(?:合计|总计|总共|共计|一共|累计|总额|合共|加起来)[^。;,]{0,5}$|共(?:欠|拖欠)?[^。;,]{0,2}$/u.test(
      before,
    )
  )
    trust += 3
  if (/(?:欠|拖欠|未付|没付|未发|没发|未结|讨要|差|克扣|扣了|工钱|工资|劳务费|薪)[^。;]{0,12}$/u.test(before))
    trust += 2
  else if (/^[^。;]{0,6}(?:没|未|不|工资|工钱|血汗|劳务)/u.test(after)) trust += 1
  if (/(?:还|仍|尚|剩|剩余|目前|至今|现在)[^。;,]{0,3}(?:欠|差|有|剩)[^。;]{0,12}$/u.test(before)) trust += 1
  if (/(?:工资|工钱|劳务费)(?:金额|款|共计|合计|总计|总额|总共)[^。;,]{0,4}$/u.test(before)) trust += 1
  if (notOwed.test(before)) trust -= 3
  else if (/工程款[^。;,欠]{0,6}$/u.test(before)) trust -= 3
  if (paidOut.test(before)) trust -= 5
  if (/^(?:钱|人民币)?(?:[/每]|一[天个月小套米间平次]|底薪|押金)/u.test(after)) trust -= 3
  if (/^(?:元|块|钱)?的?(?:货物|设备|货款|材料|罚款|补偿|押金|房|车|赔偿|保证金)/u.test(after)) trust -= 4
  return trust
}

/** What is paid is not owed. */
const paidOut =
  /(?<!没有?|未|还没|不)(?:给了|付了|支付了|已付|已支付|发了|拿了|只给|只发|只拿)(?:我们?|工人)?$/u

const notOwed =
  /(?:每月|月薪|月工资|谈好的?工资|工资标准|谈妥|谈好|底薪|押金|生活费|说好|承诺|只给|只拿|只发|已付|已经付|给了|发了|罚款|扣税|交了|标准|单价|一天|每天|一个月|每米|垫付|货款|材料款|租金|房租|房款|定金|贷款|借了?|保证金)[^。;,]{0,6}$/u
