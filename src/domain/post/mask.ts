import { personNames } from './mask-names.ts'

/**
 * Hides what could identify a person: numbers, accounts, plates, names after a cue. The text keeps its length, so that
 * places in it stay true; masking twice changes nothing more. Service numbers, amounts, dates and credit codes stay.
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
  let masked = text
  const digits = hasNumber.test(text)
  for (const { shape, needsNumber, keep } of shapes) {
    if (needsNumber && !digits) continue
    masked = masked.replace(shape, (found: string, ...groups: unknown[]) => {
      if (keep?.(found)) return found
      const shown = typeof groups[0] === 'string' ? groups[0] : ''
      return shown + stars(found.slice(shown.length))
    })
  }
  return personNames(masked)
}

/** One star per UTF-16 unit; line ends stay, so that lines do not run together. */
function stars(text: string): string {
  return text.replace(/[^\n]/gu, (letter) => '*'.repeat(letter.length))
}

const hasNumber =
  /[\d０-９①-⑨]|\u20e3|[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{6}|[零〇一二三四五六七八九幺]\s[零〇一二三四五六七八九幺]/u

/** A digit as people write it: plain, full width, ringed, keycap. */
const d = '(?:[0-9０-９①-⑨⓪](?:\\ufe0f?\\u20e3)?)'
/** Marks people put between the digits of a number. */
const gap = '[\\s\\-－—–_.·•,，*/]{0,2}'
const spoken = '[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两]'
const notAfterDigit = '(?<![0-9０-９①-⑨*\\u20e3])'
const notBeforeDigit = `(?!${d}|\\*)`

type Shape = {
  shape: RegExp
  /** Skipped when the text has no digit at all. */
  needsNumber?: boolean
  /** True when what was found is no personal datum after all. */
  keep?: (found: string) => boolean
}

/** A first group, where there is one, is the cue: it stays readable. */
const shapes: readonly Shape[] = [
  { shape: /[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu },
  { shape: /@[\p{L}\p{N}_\-·]{1,30}/gu },
  {
    shape:
      /((?:微信|威信|薇信|微心|v信|V信|vx|wx|weixin|wechat|QQ|qq|扣扣|企鹅|抖音|快手|支付宝|钉钉|微博|小红书|账号|帐号)(?:号码?|id|ID|群)?(?:\s?(?:是|为|加|同号|联系)){0,2}\s?[:：=]?\s?)[A-Za-z0-9０-９_-]{5,24}/giu,
  },
  {
    shape: new RegExp(
      `${notAfterDigit}[1-9１-９]${d}{5}${gap}(?:[12１２]${d}{3})${gap}${d}{4}${gap}${d}{3}[\\dXx０-９Ｘｘ]${notBeforeDigit}`,
      'gu',
    ),
    needsNumber: true,
  },
  {
    shape: new RegExp(`${notAfterDigit}(?:${d}${gap}){17}[\\dXx０-９Ｘｘ]${notBeforeDigit}`, 'gu'),
    needsNumber: true,
  },
  {
    shape: new RegExp(
      `${notAfterDigit}[1-9１-９]${d}{7}[01０１]${d}[0-3０-３]${d}{4}${notBeforeDigit}`,
      'gu',
    ),
    needsNumber: true,
  },
  {
    shape: new RegExp(`${notAfterDigit}(?:${d}[\\s\\-－]?){15,18}${d}${notBeforeDigit}`, 'gu'),
    needsNumber: true,
  },
  {
    shape: new RegExp(
      `${notAfterDigit}(?:(?:\\+|00)?86[\\s-]?)?[1１][3-9３-９]${d}${gap}${d}{4}${gap}${d}{4}${notBeforeDigit}`,
      'gu',
    ),
    needsNumber: true,
  },
  {
    shape: new RegExp(
      `${notAfterDigit}[1１①](?:\\ufe0f?\\u20e3)?${gap}(?:[3-9３-９③-⑨](?:\\ufe0f?\\u20e3)?)(?:${gap}${d}){9}${notBeforeDigit}`,
      'gu',
    ),
    needsNumber: true,
    keep: isAmountList,
  },
  {
    shape: new RegExp(
      `${notAfterDigit}[(（]?[0０]${d}{2,3}[)）]?[\\s\\-－—]?${d}{7,8}${notBeforeDigit}`,
      'gu',
    ),
    needsNumber: true,
  },
  {
    shape: new RegExp(
      `((?:电话|手机|座机|热线|联系方式|号码|致电|打|tel|TEL)[^\\d\\n]{0,6})${d}{3,4}[\\s-]?${d}{4}${notBeforeDigit}`,
      'gu',
    ),
    needsNumber: true,
    keep: isServiceNumber,
  },
  {
    shape: new RegExp(
      `(?<!${spoken})[一幺壹]${gap}[三四五六七八九叁肆伍陆柒捌玖](?:${gap}${spoken}){9}(?!${spoken})`,
      'gu',
    ),
  },
  {
    shape: new RegExp(
      `(?<!${spoken})(?:[一幺三四五六七八九二两零〇]${gap}|${d}${gap}){11}(?!${spoken}|${d})`,
      'gu',
    ),
    keep: (found) => !/^[一幺1１]/u.test(found) || !mixesScripts(found),
  },
  {
    shape:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][\s·•.-]?(?=[A-Za-z]{0,5}\d)[A-HJ-NP-Za-hj-np-z0-9]{5,6}(?![A-Za-z0-9])/gu,
    needsNumber: true,
  },
  {
    shape:
      /((?:护照|工号|社保号|学号|车牌|牌照|驾驶证|证件|身份证|卡号|账户|帐户|工资卡|银行卡)(?:号码?|编号)?\s?(?:是|为)?\s?[:：]?\s?)(?=[A-Za-z]{0,4}\d)[A-Za-z0-9]{6,24}/gu,
    needsNumber: true,
  },
  {
    shape:
      /([\u4e00-\u9fa5]{1,12}(?:小区|花苑|公寓|新村|家园|社区|弄|路|街|巷)\d{0,4}号?)\d{1,3}(?:幢|栋|号楼|#)\d{0,2}(?:单元)?\d{1,2}?[-－]?\d{2,4}室/gu,
    needsNumber: true,
  },
]

/** 1,500 and 3,200: thousands with commas are sums, not a telephone. */
function isAmountList(found: string): boolean {
  return /^\d{1,3}(?:[,，]\d{3})+$/u.test(found) || /\d{4}[-/.年]\d{1,2}[-/.月]/u.test(found)
}

function isServiceNumber(found: string): boolean {
  return /(?:110|119|120|12333|12345|12348|12351|12315|12319|12320|12328|12338|12350|12355|12366|12369|12388)$/u.test(
    found,
  )
}

function mixesScripts(found: string): boolean {
  return /[0-9０-９]/u.test(found) && /[一二三四五六七八九零〇幺]/u.test(found)
}
