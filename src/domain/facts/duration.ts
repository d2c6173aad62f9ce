import { type Folded, spanOf } from '#domain/flagging/fold.ts'
import type { RangeMention } from '#domain/post/post.ts'
import { type NumberWord, readNumber } from './numbers.ts'

type Period = { min: number; max: number | null; start: number; end: number; trust: number }

const unitShape = /\s*(多)?(个半|个)?(多)?(月|年|天|周|星期|礼拜)(多|半)?/uy
const halfShape = /半(?:年多?|个多?月)/gu
const monthsShape =
  /(?<![\d.])(?:(20\d\d年|前年|去年|今年))?(\d{1,2})(?:月份?)?\s*[-–—~至到和]\s*(?:(20\d\d年|去年|今年|明年))?(\d{1,2})月/gu
/** 4、5月份, 6月7月8月: months named one by one. */
const listedShape = /(?<![\d.])\d{1,2}月?份?(?:[、,和](?:\d{1,2})月?份?){1,5}(?<=月|月份)/gu
const acrossYearsShape = /(20\d\d)年(\d{1,2})月[^。;\d]{0,4}[-–—~至到][^。;\d]{0,4}(20\d\d)年(\d{1,2})月/gu

/** For how many months wages are owed. */
export function readMonths(folded: Folded, numbers: readonly NumberWord[]): RangeMention | null {
  const { text } = folded
  let best: Period | null = null
  const consider = (one: Period) => {
    if (best === null || one.trust > best.trust) best = one
  }
  if (text.includes('月'))
    for (const one of [...acrossYears(text), ...spanOfMonths(text), ...listedMonths(text)]) consider(one)
  if (text.includes('半')) for (const one of halves(text)) consider(one)
  for (const number of numbers) {
    const one = asPeriod(text, number)
    if (one) consider(one)
  }
  return asMention(folded, best)
}

function asMention(folded: Folded, period: Period | null): RangeMention | null {
  if (period === null || period.trust < 1) return null
  return { min: period.min, max: period.max, ...spanOf(folded, period.start, period.end) }
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
    const [whole, fromYear, from, toYear, to] = match
    if (Number(from) > 12 || Number(to) > 12 || Number(from) < 1 || Number(to) < 1) continue
    const years = fromYear && toYear ? yearOf(toYear) - yearOf(fromYear) : null
    const within = Number(to) - Number(from)
    const months = years === null || Number.isNaN(years) ? ((within + 12) % 12) + 1 : years * 12 + within + 1
    if (months >= 1 && months <= mostMonths) yield period(text, match.index, whole.length, months, months)
  }
}

const spokenYears: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1 }

/** A year on its own scale: spoken and written ones are not compared with each other. */
function yearOf(word: string): number {
  return spokenYears[word] ?? Number.parseInt(word, 10)
}

function* listedMonths(text: string): Generator<Period> {
  for (const match of text.matchAll(listedShape)) {
    const named = new Set(match[0].match(/\d+/gu)?.map(Number))
    if ([...named].some((month) => month < 1 || month > 12) || named.size < 2) continue
    yield period(text, match.index, match[0].length, named.size, named.size)
  }
}

const mostMonths = 240

/** 半年, 半个月: the only durations without a number. */
function* halves(text: string): Generator<Period> {
  for (const match of text.matchAll(halfShape)) {
    const [whole] = match
    if (
      /[一二两三四五六七八九十\d个年]$/u.test(text.slice(0, match.index)) ||
      /^[内前后薪]/u.test(text.slice(match.index + whole.length))
    )
      continue
    const months = whole.includes('年') ? 6 : 0.5
    yield period(text, match.index, whole.length, months, whole.includes('多') ? null : months)
  }
}

const monthsPerUnit: Record<string, number> = {
  月: 1,
  年: 12,
  天: 1 / 30,
  周: 7 / 30,
  星期: 7 / 30,
  礼拜: 7 / 30,
}

function asPeriod(text: string, { word, start, end }: NumberWord): Period | null {
  unitShape.lastIndex = end
  const match = unitShape.exec(text)
  if (match === null) return null
  const [behind, much, measure = '', more, unit = '', rest] = match
  const length = word.length + behind.length
  const owed = owedDirectly.test(text.slice(Math.max(0, start - 6), start))
  const after = text.slice(start + length, start + length + 1)
  const dated =
    !/^[俩仨]$/u.test(word) &&
    isDate(word, measure, unit) &&
    !(owed && unit === '月' && !/[份底初中末\d]/u.test(after))
  if (dated || isNoPeriod(text, start, start + length)) return null
  const count = readNumber(word)
  if (count === null) return null
  const half = measure === '个半' || rest === '半' ? 0.5 : 0
  const scale = monthsPerUnit[unit] ?? 1
  const min = round((count.min + half) * scale)
  if (min <= 0 || min > mostMonths) return null
  const open = much !== undefined || more !== undefined || rest === '多' || count.max === null
  return period(text, start, length, min, open ? null : round(((count.max as number) + half) * scale))
}

/** 拖欠工资3月: right behind the owing even 3月 is a duration. */
const owedDirectly = /(?:拖欠|欠|拖)(?:工资|薪|薪水|工钱)?$/u

/** 9月 is a month of the year and 2025年 a year, not a duration. */
function isDate(word: string, measure: string, unit: string): boolean {
  return (unit === '月' && measure === '') || (unit === '年' && /^(?:20|19)?\d\d$/u.test(word))
}

function isNoPeriod(text: string, start: number, end: number): boolean {
  return (
    /[每第上下]$/u.test(text.slice(Math.max(0, start - 1), start)) ||
    /^(?:内|前|以内|之内|级|薪(?![酬水资金])|后|来)/u.test(text.slice(end, end + 2))
  )
}

function round(months: number): number {
  return Math.round(months * 10) / 10
}

function period(text: string, start: number, length: number, min: number, max: number | null): Period {
  const before = text.slice(Math.max(0, start - 10), start)
  const after = text.slice(start + length, start + length + 8)
  let trust = 0
  if (/(?:欠|拖|未发|没发|没有发|压|押|扣)[^。;]{0,8}$/u.test(before)) trust += 3
  if (/^[^。;]{0,3}(?:的|没|未|不)?[^。;]{0,3}(?:工资|(?<!讨)薪|工钱|没|未|不发|欠)/u.test(after)) trust += 2
  if (/(?:工资|薪水|工钱)[^。;]{0,8}$/u.test(before)) trust += 1
  if (/(?:已经?|长达|将近|快|近|到现在)$/u.test(before)) trust += 1
  if (
    /^[^。;]{0,3}(?:社保|公积金|保险|租金|房租|物业|试用|回家)/u.test(after) ||
    /(?:步行|住)$/u.test(before)
  )
    trust -= 6
  if (/(?:干了|做了|上了|工作了?|施工)[^。;]{0,4}$/u.test(before)) trust -= 2
  return { min, max, start, end: start + length, trust }
}
