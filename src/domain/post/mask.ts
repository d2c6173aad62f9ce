import { type DigitRuns, longestRuns } from './digit-runs.ts'
import { doorShapes } from './mask-doors.ts'
import { personNames } from './mask-names.ts'

/**
 * Hides what could identify a person: numbers, accounts, plates, doors, names after a cue. The text keeps its length, so
 * that places in it stay true; masking twice changes nothing more. Service numbers, amounts, dates and credit codes stay.
 */
export function maskPersonalData(text: string): string {
  let masked = text
  for (let round = 0; round < mostRounds; round++) {
    const next = maskOnce(masked)
    if (next === masked) return masked
    masked = next
  }
  return masked
}

/** Each round only adds stars, so this is a bound against a mistake in a shape, not a limit that is met. */
const mostRounds = 12

function maskOnce(text: string): string {
  const runs = longestRuns(text)
  let masked = text
  for (const { shape, when, keep } of shapes) {
    if (!when(runs, text)) continue
    masked = masked.replace(shape, (found: string, ...more: unknown[]) => {
      const at = more.at(-2) as number
      if (keep?.(found, masked.slice(Math.max(0, at - longestCue), at))) return found
      const shown = typeof more[0] === 'string' ? more[0] : ''
      return shown + stars(found.slice(shown.length))
    })
  }
  return personNames(masked)
}

/** Letters before a number in which the word stands that says what it is. */
const longestCue = 12

/** One star per UTF-16 unit; line ends stay, so that lines do not run together. */
function stars(text: string): string {
  return text.replace(/[^\n]/gu, (letter) => '*'.repeat(letter.length))
}

export type Shape = {
  shape: RegExp
  /** False where the shape cannot occur; a cheap test before a dear one. */
  when: (runs: DigitRuns, text: string) => boolean
  /** True when what was found is no personal datum after all. */
  keep?: (found: string, before: string) => boolean
}

/** A digit as people write it: plain, full width, ringed in white or black, keycap. */
const d = '(?:[0-9０-９①-⑨⓪❶-❾⓿](?:\\ufe0f?\\u20e3)?)'
const gap = '[\\s\\-－—–_.·•,，*/\\u200b-\\u200d\\u2060\\ufeff]{0,2}'
const spoken = '[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两]'
const start = '(?<![0-9０-９①-⑨\\u20e3])'
const end = `(?!${d})`
/** Before a card or ID no letter stands: 91330400MA2… is a firm's public credit code. */
const noLetter = '(?<![A-Za-z0-9０-９])'

const numeric = (source: string, digits: number, keep?: Shape['keep']): Shape => ({
  shape: new RegExp(source, 'gu'),
  when: (runs) => runs.digits >= digits,
  keep,
})

/** A first group, where there is one, is the cue: it stays readable. */
const shapes: readonly Shape[] = [
  {
    shape: /[\w.+-]{1,64}\s?(?:[@＠]|[(（[]at[)）\]]|艾特)\s?[\w-]{1,63}(?:[.．][\w-]{1,63}){1,4}/giu,
    when: (_runs, text) => /[@＠]|at[)）\]]|艾特/iu.test(text),
  },
  { shape: /[@＠][\p{L}\p{N}_\-·]{1,30}/gu, when: (_runs, text) => /[@＠]/u.test(text) },
  {
    shape:
      /((?:微信|威信|薇信|微心|加v|我v|v信|vx|wx|weixin|wechat|QQ|Q号|加Q|扣扣|企鹅|抖音|快手|支付宝|钉钉|微博|小红书|账号|帐号)(?:号码?|id|群)?(?:\s?(?:是|为|加|同号|联系)){0,2}\s?[:：=]?\s?)[A-Za-z0-9０-９_-]{5,24}/giu,
    when: (runs) => runs.latin >= 5,
  },
  {
    shape:
      /((?:昵称|网名|微信名|群名片)(?:是|叫|为)?\s?[:：]?\s?)[\p{L}\p{N}_-]{2,10}(?=[\s,，。;；、!！(（]|$)/gu,
    when: (_runs, text) => /昵称|网名|微信名|群名片/u.test(text),
  },
  // citizen's ID of 18, also parted in groups; then of 15
  numeric(
    `${noLetter}[1-9１-９]${d}{5}${gap}[12１２]${d}{3}${gap}${d}{4}${gap}${d}{3}[\\dXx０-９Ｘｘ]${end}`,
    17,
    isCode,
  ),
  numeric(`${noLetter}[1-9]\\d{7}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\d{3}${end}`, 15),
  // bank card: 15 to 19 digits, also in groups of four
  numeric(`${noLetter}[3-9３-９]${d}{14,18}${end}`, 15, isCode),
  numeric(`${noLetter}[3-9]\\d{3}(?:[ \\-－]\\d{4}){3}(?:[ \\-－]\\d{1,3})?${end}`, 16),
  // mobile, with country code, gaps, keycaps
  numeric(
    `${start}(?:(?:\\+|00)?86[\\s-]?)?[1１①❶](?:\\ufe0f?\\u20e3)?${gap}[3-9３-９③-⑨❸-❾](?:\\ufe0f?\\u20e3)?(?:${gap}${d}){9}${end}`,
    11,
    isNoTelephone,
  ),
  // landline with area code, or seven and eight digits after a cue
  numeric(
    `${start}(?:[(（][0０]${d}{2,3}[)）]|[0０]${d}{2,3})[\\s\\-－—]{0,2}${d}{3,4}[\\s-]?${d}{4}${end}`,
    10,
    isCode,
  ),
  // the last digits, by which a card or telephone is told
  numeric('((?:尾号|后[四五六4-6]位(?:数|号码)?)(?:是|为)?\\s?[:：]?\\s?)\\d{3,6}[Xx]?(?!\\d)', 3),
  numeric(`((?:电话|手机|座机|联系方式|致电|tel|TEL)[^\\d\\n]{0,6})${d}{3,4}[\\s-]?${d}{4}${end}`, 7),
  {
    shape: new RegExp(`(?<!${spoken})[一幺壹1](?:${gap}(?:${spoken}|${d})){10}(?!${spoken}|${d})`, 'gu'),
    when: (runs) => runs.spoken >= 11 && runs.spoken > runs.digits,
  },
  {
    shape:
      /(?<![\u4e00-\u9fa5]有)[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][\s·•.-]?(?=[A-Z]{0,5}\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/giu,
    when: (runs) => runs.latin >= 5,
  },
  {
    shape:
      /((?:护照|通行证|居住证|社保卡?号|社保卡|医保卡|健康证|残疾证|学号|车牌|牌照|驾驶证|证件|身份证|卡号|账户|帐户|账号|帐号|工资卡|银行卡)(?:号码?|编号)?\s?(?:是|为)?\s?[:：]?\s?)(?=[A-Za-z]{0,4}\d)[A-Za-z0-9]{6,24}/gu,
    when: (runs) => runs.latin >= 6,
  },
  {
    shape: /(工号\s?(?:是|为)?\s?[:：]?\s?)[A-Za-z]{0,4}\d[A-Za-z0-9-]{1,20}/gu,
    when: (runs) => runs.latin >= 2,
  },
  ...doorShapes,
]

/** Numbers that are no personal datum by their form, or by the word before them. */
function isCode(found: string, before: string): boolean {
  const digits = found.replace(/\D/gu, '')
  if (/身份证|证件|卡$|卡号|电话|手机/u.test(before)) return false
  // A firm's credit code of digits only; a building permit, whose date no grown person was born on.
  if (/^9[123]\d{16}$/u.test(digits) || /^\d{6}20(?:1[7-9]|[2-9]\d)(?:0\d|1[0-2])[0-3]\d{5}$/u.test(digits))
    return true
  return codeCue.test(before)
}

const codeCue =
  /(?:代码|编码|发票号?|订单号?|工单(?:编?号)?|单号|许可证(?:编?号)?|施工证号?|合同(?:编?号)?|批次号?|流水号|序列号|文号|货号|案号)\s?[:：]?\s?$/u

/** 13,500,000 and 14.00,22.40 and 1999-12-31 are no telephones: groups of three, two kinds of marks, or a date. */
function isNoTelephone(found: string): boolean {
  const marks = new Set(found.replace(/^[+＋]?(?:00)?86/u, '').match(/[-－—–_.·•,，/]/gu) ?? [])
  return (
    marks.size > 1 || /^\d{1,3}(?:[,，]\d{3})+$/u.test(found) || /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/u.test(found)
  )
}
