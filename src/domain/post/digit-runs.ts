/** Lengths that decide which shapes of personal data can occur at all. */
export type DigitRuns = {
  /** Most digits in a row, marks between them not counted (199-0000 0000 is 11). */
  digits: number
  /** Most spoken digits in a row (一三九…), mixed with written ones. */
  spoken: number
  /** Longest row of Latin letters and digits. */
  latin: number
}

/** Looks through a text once; most messages hold no long number, and none of the shapes needs to be tried on them. */
export function longestRuns(text: string): DigitRuns {
  const runs: DigitRuns = { digits: 0, spoken: 0, latin: 0 }
  let digits = 0
  let spoken = 0
  let latin = 0
  let apart = 0
  for (let index = 0; index < text.length; index++) {
    const kind = kinds[text.charCodeAt(index)] as number
    if (kind === other) {
      apart = 0
      digits = 0
      spoken = 0
      latin = 0
      continue
    }
    if (kind & mark) {
      latin = kind & letter ? latin + 1 : 0
      if (++apart > mostMarks) {
        digits = 0
        spoken = 0
      }
    } else {
      apart = 0
      digits = kind & digit ? digits + 1 : 0
      spoken = kind & (digit | word) ? spoken + 1 : 0
      latin = kind & letter ? latin + 1 : 0
    }
    if (digits > runs.digits) runs.digits = digits
    if (spoken > runs.spoken) runs.spoken = spoken
    if (latin > runs.latin) runs.latin = latin
  }
  return runs
}

/** Marks that may stand between two digits of one number; a keycap adds two of its own. */
const mostMarks = 4

const other = 0
const digit = 1
const word = 2
const letter = 4
const mark = 8

const kinds = new Uint8Array(65_536)
for (let unit = 48; unit <= 57; unit++) {
  kinds[unit] = digit | letter
  kinds[unit + 0xfee0] = digit | letter
}
for (let unit = 65; unit <= 90; unit++) {
  kinds[unit] = letter
  kinds[unit + 32] = letter
}
for (let unit = 0x2460; unit <= 0x2468; unit++) kinds[unit] = digit
for (let unit = 0x2776; unit <= 0x277e; unit++) kinds[unit] = digit
for (const zero of '⓪⓿') kinds[zero.charCodeAt(0)] = digit
for (const sign of '零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两') kinds[sign.charCodeAt(0)] = word
for (const sign of ' \t\n\u3000－—–.·•,，/()（）+\ufe0f\u20e3*\u200b\u200c\u200d\u2060\ufeff')
  kinds[sign.charCodeAt(0)] = mark
kinds['-'.charCodeAt(0)] = mark | letter
kinds['_'.charCodeAt(0)] = mark | letter
