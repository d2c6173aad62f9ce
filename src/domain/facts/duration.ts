import { type Folded, spanOf } from '#domain/flagging/fold.ts'
import type { RangeMention } from '#domain/post/post.ts'
import { numberShape, readNumber } from './numbers.ts'

type Period = { min: number; max: number | null; start: number; end: number; trust: number }

const plainShape = new RegExp(
  `(${numberShape}|半)\\s*(多)?(个半|个)?(多)?(月|年|天|周|星期|礼拜)(多|半)?`,
  'gu',
)
const monthsShape = /(?<![\d.])(\d{1,2})(?:月份?)?\s*[-–—~至到和]\s*(\d{1,2})月/gu
const acrossYearsShape = /(20\d\d)年(\d{1,2})月[^。;\d]{0,4}[-–—~至到][^。;\d]{0,4}(20\d\d)年(\d{1,2})月/gu

/** For how many months wages are owed. */
export function readMonths(folded: Folded): RangeMention | null {
  const { text } = folded
  const periods = [...acrossYears(text), ...spanOfMonths(text), ...plainPeriods(text)]
  const best = periods.reduce<Period | null>(
    (chosen, one) => (chosen && chosen.trust >= one.trust ? chosen : one),
    null,
  )
  if (best === null || best.trust < 1) return null
  return { min: best.min, max: best.max, ...spanOf(folded, best.start, best.end) }
}

function* acrossYears(text: string): Generator<Period> {
  for (const match of text.matchAll(acrossYearsShape)) {
    const [whole, fromYear, fromMonth, toYear, toMonth] = match
    const months = (Number(toYear) - Number(fromYear)) * 12 + Number(toMonth) - Number(fromMonth) + 1
    if (months < 1 || months > mostMonths) continue
    yield period(text, match.index, whole.length, months, months)
  }
}

function* spanOfMonths(text: string): Generator<Period> {
  for (const match of text.matchAll(monthsShape)) {
    const [whole, from, to] = match
    const months = ((Number(to) - Number(from) + 12) % 12) + 1
    if (Number(from) > 12 || Number(to) > 12 || Number(from) < 1) continue
    yield period(text, match.index, whole.length, months, months)
  }
}

const mostMonths = 240

function* plainPeriods(text: string): Generator<Period> {
  for (const match of text.matchAll(plainShape)) {
    const [whole, word = '', much, measure = '', more, unit = '', rest] = match
    const before = text.slice(Math.max(0, match.index - 3), match.index)
    const after = text.slice(match.index + whole.length, match.index + whole.length + 2)
    if (unit === '月' && measure === '' && word !== '半') continue
    if (unit === '年' && /^(?:20|19)?\d\d$/u.test(word)) continue
    if (/[每第近上下]$/u.test(before) && !/近$/u.test(before)) continue
    if (/^(?:内|前|以内|之内|级|薪|后)/u.test(after)) continue
    const count = word === '半' ? { min: 0.5, max: 0.5 } : readNumber(word)
    if (count === null) continue
    const half = measure === '个半' || rest === '半' ? 0.5 : 0
    const perUnit = unit === '月' ? 1 : unit === '年' ? 12 : unit === '天' ? 1 / 30 : 7 / 30
    const open = much !== undefined || more !== undefined || rest === '多' || count.max === null
    const min = round((count.min + half) * perUnit)
    if (min <= 0 || min > mostMonths) continue
    yield period(
      text,
      match.index,
      whole.length,
      min,
      open ? null : round(((count.max as number) + half) * perUnit),
    )
  }
}

function round(months: number): number {
  return Math.round(months * 10) / 10
}

function period(text: string, start: number, length: number, min: number, max: number | null): Period {
  const before = text.slice(Math.max(0, start - 10), start)
  const after = text.slice(start + length, start + length + 8)
  let trust = 0
  if (/(?:欠|拖|未发|没发|没有发|压|押|扣)[^。;]{0,8}$/u.test(before)) trust += 3
  if (/^[^。;]{0,3}(?:的|没|未|不)?[^。;]{0,3}(?:工资|薪|工钱|没|未|不发|欠)/u.test(after)) trust += 2
  if (/(?:工资|薪水|工钱)[^。;]{0,8}$/u.test(before)) trust += 1
  if (/(?:干了|做了|上了|工作了?|施工)[^。;]{0,4}$/u.test(before)) trust -= 2
  return { min, max, start, end: start + length, trust }
}
