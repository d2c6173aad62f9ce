import { type Folded, spanOf } from '#domain/flagging/fold.ts'
import type { RangeMention } from '#domain/post/post.ts'
import { type NumberWord, readNumber } from './numbers.ts'

const people =
  '(?:农民工|民工|务工人员|工人|工友|员工|职工|女工|骑手|兄弟|老乡|师傅|教师|老师|同事|司机|保安|学生工|人(?![民家工大才事次为]|行|均|头)|口人|号人)'
const countShape = new RegExp(
  `\\s*(?:多|余|来)?\\s*(?:名|位|个|号)?(?:余|多)?(?:名)?(?:离职|在职|外地|编外|女|男|老)?${people}`,
  'uy',
)
const crewShape = /\s*(?:名|位|个)?人/uy
const crewBefore = /(?:班组?|队|组|工)\s*$/u

/** Nobody counts more in one message; larger figures are populations. */
const mostWorkers = 100_000

/** How many are unpaid; crews of one message are added (15人 + 9人). */
export function readHeadcount(folded: Folded, numbers: readonly NumberWord[]): RangeMention | null {
  const { text } = folded
  const crews = numbers.flatMap((number) => asCrew(text, number) ?? [])
  if (crews.length > 1) return toMention(folded, addUp(crews))
  let best: (Count & { trust: number }) | null = null
  for (const number of numbers) {
    const count = asCount(text, number, countShape) ?? asCount(text, number, measuredShape)
    if (!count || isRuleText(text, count.end)) continue
    const trust = trustIn(text, count)
    if (best === null || trust > best.trust) best = { ...count, trust }
  }
  return best && best.trust >= 0 ? toMention(folded, best) : null
}

/** Every count of people in a message, whoever they are. */
export function peopleCounted(text: string, numbers: readonly NumberWord[]): Count[] {
  return numbers.flatMap((number) => {
    const count = asCount(text, number, countShape) ?? asCount(text, number, measuredShape)
    return count && !isRuleText(text, count.end) ? [count] : []
  })
}

type Count = { min: number; max: number | null; start: number; end: number }

/** 我们91位…: a measure used of people only, whatever they are called. */
const measuredShape = /\s*(?:多|余|来)?(?:名|位)(?=[\u4e00-\u9fa5])/uy

/** How surely those counted are the unpaid: workers by name and the words of owing speak for it, hurt or core people against. */
function trustIn(text: string, { start, end }: Count): number {
  const counted = text.slice(start, end)
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 12)
  let trust = /工|骑手|兄弟|老乡|师傅|司机|保安|教师|老师/u.test(counted) ? 2 : 1
  if (/(?:欠|拖|我们|咱们|共|总共|一共|一起|等)[^。;]{0,6}$/u.test(before)) trust += 1
  if (/^[^。;]{0,6}(?:工资|工钱|薪|血汗|没[发拿领结给]|未[发领结付])/u.test(after)) trust += 1
  if (/^[^。;,]{0,3}(?:受伤|死亡|被抓|被拘|夫妻|系夫妻|核心|退休|领导|业主|合伙)/u.test(after)) trust -= 4
  return trust
}

function asCrew(text: string, number: NumberWord): Count | null {
  const before = text.slice(Math.max(0, number.start - 3), number.start)
  return crewBefore.test(before) ? asCount(text, number, crewShape) : null
}

function asCount(text: string, { word, start, end }: NumberWord, shape: RegExp): Count | null {
  shape.lastIndex = end
  const behind = shape.exec(text)?.[0]
  if (behind === undefined) return null
  const range = readNumber(word)
  if (range === null || range.min < 1 || range.min > mostWorkers || !Number.isInteger(range.min)) return null
  if (word === '一' && !/^\s*[多余]/u.test(behind)) return null
  const before = text.slice(Math.max(0, start - 3), start)
  if (/[每第]$/u.test(before) || /(?:打了|找过|换了)$/u.test(before)) return null
  const open = /^\s*[多余来]|[余多]名?/u.test(behind) || /[上超]$/u.test(before)
  return { min: range.min, max: open ? null : range.max, start, end: end + behind.length }
}

function addUp(crews: readonly Count[]): Count {
  const first = crews[0] as Count
  const last = crews.at(-1) as Count
  return {
    min: crews.reduce((sum, crew) => sum + crew.min, 0),
    max: crews.some((crew) => crew.max === null)
      ? null
      : crews.reduce((sum, crew) => sum + (crew.max ?? 0), 0),
    start: first.start,
    end: last.end,
  }
}

/** 10人以上 is the wording of a rule, not a count. */
function isRuleText(text: string, end: number): boolean {
  return /^(?:以上|以下|以内)/u.test(text.slice(end, end + 2))
}

function toMention(folded: Folded, count: Count): RangeMention {
  return { min: count.min, max: count.max, ...spanOf(folded, count.start, count.end) }
}
