import type { Span } from '#domain/post/post.ts'

/** `alone` is its weight when no worker is spoken of near by. */
export type Shortfall = Span & { rule: string; weight: number; alone: number }

/** Ways to say that pay fell short without any word for arrears; ranges of the folded text. */
export function findShortfalls(text: string): Shortfall[] {
  if (!cue.test(text)) return []
  const found: Shortfall[] = []
  for (const { shape, ...rule } of shapes) {
    for (const match of text.matchAll(shape)) {
      if (found.length >= mostFound) return found
      found.push({ ...rule, start: match.index, end: match.index + match[0].length })
    }
  }
  return found
}

/** More of them say nothing new. */
const mostFound = 40

const cue = /[只才仅就][给发拿付结到]|[没未不有][给发拿付结兑开领见进]|[押压扣欠拖]|[打发付转]给/u

const clause = '[^。!?;\\n]'
const work = '(?:干|做|打工|跑|上班|上了|忙|实习|兼职|帮工|代班|施工|完工|做完|干完)'
const money = '(?:钱|元|块|[千百万]|工资|一分)'

const shapes: readonly { rule: string; weight: number; alone: number; shape: RegExp }[] = [
  {
    rule: 'promised-but-paid-less',
    weight: 5,
    alone: 3,
    shape: new RegExp(
      `(?:说好|讲好|谈好|谈妥|讲定|承诺|答应|约定)${clause}{0,24}?(?:只|才|仅)(?:给|发|拿|付|结|到手)`,
      'gu',
    ),
  },
  {
    rule: 'worked-but-unpaid',
    weight: 5,
    alone: 3,
    shape: new RegExp(
      `${work}(?:了|完|的|满)?${clause}{1,24}?${money}${clause}{0,10}?(?:没|未|不|没有)(?:给|结(?!果)|发(?!现)|拿|付|兑现)`,
      'gu',
    ),
  },
  {
    rule: 'worked-but-unpaid',
    weight: 5,
    alone: 3,
    shape: new RegExp(
      `${work}(?:了|完|的|满)${clause}{1,16}?(?:只|才|仅|就)(?:给|结|发(?!现)|拿|付)(?:过|了)?${clause}{0,6}?(?:\\d|[一二两三四五六七八九几]|生活费)`,
      'gu',
    ),
  },
  {
    rule: 'promised-but-unpaid',
    weight: 5,
    alone: 3,
    shape: new RegExp(
      `(?:说好|讲好|谈好|承诺|答应)${clause}{0,12}?${money}${clause}{0,24}?(?:没|未|没有)(?:给|结(?!果)|发(?!现)|付)`,
      'gu',
    ),
  },
  {
    rule: 'paid-to-labour-boss',
    weight: 5,
    alone: 5,
    shape:
      /(?:工资|工钱|劳务费)[^。!?;\n]{0,6}(?:打|发|付|转|支付)给?了?[^。!?;\n,]{0,4}(?:包工头|工头|班组长|带班)/gu,
  },
  {
    rule: 'sum-owed',
    weight: 4,
    alone: 1,
    shape:
      /欠(?:了|着)?(?:他们?|她|我们?|咱们?|大家|每人|员工|工人|师傅)?[^。!?;\n,]{0,4}?(?:[\d一二两三四五六七八九十几半]+个?多?(?:月|年)|[\d.]+[万千元块]|[一二两三四五六七八九几][万千])/gu,
  },
  {
    rule: 'months-unpaid',
    weight: 4,
    alone: 1,
    shape:
      /(?:[\d一二两三四五六七八九十几]+个?多?|半个?多?|整整?一?个?)(?:月|年|季度|学期)[^。!?;\n,]{0,4}(?:没|未|不)有?(?:发(?![现生展言布烧])|开(?:工资|支|钱)|领(?!导)|拿|给|结(?![果婚束])|付|进账|见(?:到|着)?(?:钱|工资))/gu,
  },
  {
    rule: 'pay-held-back',
    weight: 4,
    alone: 4,
    shape:
      /(?:押了?|压(?!力)了?|扣[了着]|[押压]着|拖[欠了着]?)(?:我们?)?[^。!?;\n,]{0,8}?(?:工资|工钱|薪水|月薪)|(?:工资|工钱|工地钱|薪水)[^。!?;\n,]{0,4}(?:押|压|扣)着/gu,
  },
]
