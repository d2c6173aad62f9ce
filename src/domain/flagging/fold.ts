import type { Span } from '#domain/post/post.ts'

/** A text in its plainest spelling, with the way back: letter `i` stands for `from[i]`…`to[i]` of `source`. */
export type Folded = { text: string; source: string; from: Int32Array; to: Int32Array }

/** Spelling variants, as data: one character to the character or word it stands for. */
export type FoldTable = {
  /** One UTF-16 unit to one; 0 means the unit is dropped. */
  units: Uint16Array
  /** What to do with a unit: nothing special, look whether it parts one word, or look it up in `words`. */
  care: Uint8Array
  /** Letters that become several, and characters beyond the basic plane. */
  words: ReadonlyMap<string, string>
}

/** Bounds the folded text at twice the original; longer expansions (㍿) keep their own sign. */
const longestWordPerUnit = 2

/** `variants` maps a traditional letter or an emoji to its plain word (薪資 → 薪资, 💰 → 钱). */
export function compileFoldTable(variants: Readonly<Record<string, string>>): FoldTable {
  const units = new Uint16Array(65_536)
  const words = new Map<string, string>()
  for (let unit = 0; unit < units.length; unit++) {
    const plain = plainUnit(unit)
    if (plain.length > 0) units[unit] = plain.length === 1 ? plain.charCodeAt(0) : unit
    if (plain.length === longestWordPerUnit) words.set(String.fromCharCode(unit), plain)
  }
  for (const [spelling, word] of Object.entries(variants)) {
    if (spelling.length === 1 && word.length === 1) units[spelling.charCodeAt(0)] = word.charCodeAt(0)
    else if (word.length <= spelling.length * longestWordPerUnit) words.set(spelling, word)
  }
  return { units, words, care: careOf(units, words) }
}

const parts = 1
const expands = 2

function careOf(units: Uint16Array, words: ReadonlyMap<string, string>): Uint8Array {
  const care = new Uint8Array(units.length)
  for (let unit = 0; unit < care.length; unit++) {
    if (isSeparator(units[unit] as number)) care[unit] = parts
    else if (unit >= 0xd800 && unit <= 0xdbff) care[unit] = expands
  }
  for (const spelling of words.keys()) care[spelling.charCodeAt(0)] = expands
  return care
}

/** Brings spellings together: width, case, traditional letters, emoji, hidden marks, letters pulled apart (欠 薪, 工*资). */
export function fold(text: string, table: FoldTable): Folded {
  const { units, care } = table
  const out = scratchFor(text.length * longestWordPerUnit)
  let index = 0
  // Nearly every text keeps its length: then a letter stands where it stood, and no map is needed.
  for (; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const plain = units[unit] as number
    if (plain === 0) break
    const special = care[unit] as number
    if (special !== 0) {
      if (special === expands) break
      if (partsOneWord(text, index, plain, units, index > 0 ? (out[index - 1] as number) : 0)) break
    }
    out[index] = plain
  }
  if (index < text.length) return foldRest(text, table, out, index)
  return { text: decode(out, index), source: text, ...unmoved(index) }
}

/** From the first letter on that is dropped or becomes several. */
function foldRest(text: string, table: FoldTable, out: Uint16Array, done: number): Folded {
  const { units, care } = table
  const room = text.length * longestWordPerUnit
  const from = new Int32Array(room)
  const to = new Int32Array(room)
  for (let index = 0; index < done; index++) {
    from[index] = index
    to[index] = index + 1
  }
  let length = done
  for (let index = done; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const plain = units[unit] as number
    if (plain === 0) continue
    const special = care[unit]
    if (
      special === parts &&
      partsOneWord(text, index, plain, units, length > 0 ? (out[length - 1] as number) : 0)
    ) {
      continue
    }
    if (special !== expands) {
      out[length] = plain
      from[length] = index
      to[length++] = index + 1
      continue
    }
    const wide = unit >= 0xd800 && unit <= 0xdbff ? 2 : 1
    const spelling = text.slice(index, index + wide)
    const word = table.words.get(spelling) ?? spelling
    for (let letter = 0; letter < word.length; letter++) {
      out[length] = word.charCodeAt(letter)
      from[length] = index
      to[length++] = Math.min(index + wide, text.length)
    }
    index += wide - 1
  }
  return { text: decode(out, length), source: text, from, to }
}

/** One table for all texts; it is done with before `fold` returns. */
let scratch = new Uint16Array(8_192)

function scratchFor(units: number): Uint16Array {
  if (scratch.length < units) scratch = new Uint16Array(units)
  return scratch
}

let places = Int32Array.from({ length: 4_097 }, (_, index) => index)

/** The map of a text in which every letter stands where it stood; shared, and only read. */
function unmoved(length: number): { from: Int32Array; to: Int32Array } {
  if (places.length <= length) places = Int32Array.from({ length: length * 2 }, (_, index) => index)
  return { from: places, to: places.subarray(1) }
}

/** The place in the original of a half-open range of the folded text. */
export function spanOf(folded: Folded, start: number, end: number): Span {
  if (end <= start) return { start: 0, end: 0 }
  return { start: folded.from[start] as number, end: folded.to[end - 1] as number }
}

/** A name as its writer spelled it (XX花苑), unless blanks were pulled out of it. */
export function asWritten(folded: Folded, start: number, end: number): string {
  const span = spanOf(folded, start, end)
  const written = folded.source.slice(span.start, span.end)
  return /\s/u.test(written) ? folded.text.slice(start, end) : written
}

/** Letters of the big common block and its first extension. */
export function isChinese(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff
}

/** Zero-width and direction marks, variation selectors, the keycap frame, control marks. */
const hiddenMarks = /^(?:\p{Cf}|\p{Cc}|[\ufe00-\ufe0f]|\u20e3)$/u

function plainUnit(unit: number): string {
  if (unit >= 0xd800 && unit <= 0xdfff) return String.fromCharCode(unit)
  if (unit >= 0x4e00 && unit <= 0x9fff) return String.fromCharCode(unit)
  const letter = String.fromCharCode(unit)
  if (unit === 0x3000 || unit === 0xa0 || unit === 9) return ' '
  if (unit === 10 || unit === 13) return '\n'
  if (hiddenMarks.test(letter)) return ''
  return letter.normalize('NFKC').toLowerCase()
}

/** Blank, slash, bar, dash, plus: these part one word only when a letter stands alone. */
function isSeparator(plain: number): boolean {
  return alwaysParts(plain) || plain === 32 || plain === 47 || plain === 124 || plain === 45 || plain === 43
}

const longestSeparation = 3

function partsOneWord(
  text: string,
  index: number,
  plain: number,
  units: Uint16Array,
  before: number,
): boolean {
  if (!isChinese(before)) return false
  const loose = (at: number) => {
    const unit = units[text.charCodeAt(at)]
    return unit === 0 || isSeparator(unit as number)
  }
  let after = index
  while (after < text.length && after - index < longestSeparation && loose(after)) after++
  if (!isChinese(text.charCodeAt(after))) return false
  if (alwaysParts(plain)) return true
  let start = index
  while (start > 0 && loose(start - 1)) start--
  return standsAlone(text, start - 1) || standsAlone(text, after)
}

/** `*`, `.`, `_` and `~` are not written between two words. */
function alwaysParts(plain: number): boolean {
  return plain === 42 || plain === 46 || plain === 95 || plain === 126
}

function standsAlone(text: string, index: number): boolean {
  return !isChinese(text.charCodeAt(index - 1)) && !isChinese(text.charCodeAt(index + 1))
}

function decode(units: Uint16Array, length: number): string {
  const step = 4096
  if (length <= step) return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[])
  let text = ''
  for (let at = 0; at < length; at += step) {
    text += String.fromCharCode.apply(
      null,
      units.subarray(at, Math.min(length, at + step)) as unknown as number[],
    )
  }
  return text
}
