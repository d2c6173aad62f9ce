import type { Range } from '#domain/post/post.ts'

/** A number word at its place in the folded text. */
export type NumberWord = { word: string; start: number; end: number }

/** All numbers as people write them: 12, 1,234.5, 三四十, 十七八, 一万二, 3万5, 百余, 几百万, 一个亿. */
export function findNumbers(text: string): NumberWord[] {
  const found: NumberWord[] = []
  for (let index = 0; index < text.length; index++) {
    if (beginsNumber[text.charCodeAt(index)] === 0) continue
    numberShape.lastIndex = index
    const word = numberShape.exec(text)?.[0]
    if (word === undefined) continue
    found.push({ word, start: index, end: index + word.length })
    index += word.length - 1
  }
  return found
}

const numerals = '零〇一二两三四五六七八九十百千万亿几数壹贰叁肆伍陆柒捌玖拾佰仟'
const numberShape = new RegExp(
  `[俩仨]|(?:\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[${numerals}])(?:[${numerals}多余来]|[wk](?![a-z])|个(?=[百千万亿])|\\d)*`,
  'uy',
)

const beginsNumber = new Uint8Array(65_536)
for (const sign of `0123456789俩仨${numerals}`) beginsNumber[sign.charCodeAt(0)] = 1

/** Reads a number word into bounds; `max` is null for “and more”. Null when it is no number. */
export function readNumber(word: string): Range | null {
  let text = word.replace(/,/gu, '').replace(/个(?=[百千万亿])/gu, '')
  let open = false
  if (/[多余来]$/u.test(text) || /[多余来](?=[万亿千百])/u.test(text) || /几$/u.test(text)) {
    open = !/几$/u.test(text)
    text = text.replace(/[多余来]/gu, '')
  }
  const tokens = text.match(/\d+(?:\.\d+)?|./gu)
  if (tokens === null) return null
  const low = evaluate(tokens, 'low')
  const high = evaluate(tokens, 'high')
  if (low === null || high === null || !(high >= low)) return null
  return { min: low, max: open ? null : high }
}

const digits: Record<string, number> = {}
for (const [index, forms] of [
  '零〇',
  '一壹',
  '二两贰俩',
  '三叁仨',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
].entries()) {
  for (const form of forms) digits[form] = index
}
const units: Record<string, number> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1_000,
  仟: 1_000,
  k: 1_000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
}

type Reading = {
  total: number
  section: number
  pending: number | null
  lastUnit: number
  zero: boolean
  wasDigit: boolean
}

/** One bound: 三四十 is 30 for `low` and 40 for `high`, 几 is 2 or 9. */
function evaluate(tokens: readonly string[], bound: 'low' | 'high'): number | null {
  const state: Reading = { total: 0, section: 0, pending: null, lastUnit: 1, zero: false, wasDigit: false }
  for (const token of tokens) {
    const value = tokenValue(token, state, bound)
    if (isVague(token) && state.pending !== null && state.pending % 10 === 0) {
      // 10几, 30几: some beyond a round figure.
      state.pending += bound === 'low' ? 1 : 9
    } else if (value !== null) takeDigit(state, value, token, bound)
    else if (units[token] !== undefined) takeUnit(state, units[token])
    else return null
  }
  return state.total + state.section + tail(state)
}

function isVague(token: string): boolean {
  return token === '几' || token === '数'
}

function tokenValue(token: string, state: Reading, bound: 'low' | 'high'): number | null {
  if (/^\d/u.test(token)) return Number(token)
  if (isVague(token)) return bound === 'low' ? (state.lastUnit === 10 && state.section > 0 ? 1 : 2) : 9
  return digits[token] ?? null
}

function takeDigit(state: Reading, value: number, token: string, bound: 'low' | 'high'): void {
  if (value === 0 && state.pending === null) state.zero = true
  const inRow = state.wasDigit && state.pending !== null
  if (!inRow) state.pending = value
  else if (value === (state.pending as number) + 1) state.pending = bound === 'low' ? state.pending : value
  else state.pending = (state.pending as number) * 10 + value
  state.wasDigit = !/^\d{2,}/u.test(token)
}

function takeUnit(state: Reading, unit: number): void {
  if (unit >= 10_000) {
    const group = state.section + (state.pending ?? 0)
    if (unit === 100_000_000 && state.total > 0) state.total = (state.total + group) * unit
    else state.total += (group === 0 ? 1 : group) * unit
    state.section = 0
  } else {
    state.section += (state.pending ?? 1) * unit
  }
  state.pending = null
  state.lastUnit = unit
  state.zero = false
  state.wasDigit = false
}

/** 一万二 is 12 000, 两千八 is 2 800; 一万零二 and 二十五 are read as they stand. */
function tail(state: Reading): number {
  if (state.pending === null) return 0
  const short = state.lastUnit >= 100 && state.pending < 10 && !state.zero
  return state.pending * (short ? state.lastUnit / 10 : 1)
}
