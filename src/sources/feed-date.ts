/**
 * Reads a date as feeds and exports write it: RFC 822, ISO 8601, Java's and asctime's, Chinese, slashes, seconds
 * since 1970. A time without a zone is Beijing time; a day without a time is that day in UTC and in Beijing alike.
 */
export function readDate(written: string): Date | null {
  const trimmed = written.trim()
  const raw = /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed
  if (raw === '' || raw.length > 80) return null
  for (const pattern of /^\d{4}/.test(raw) ? digitsFirst : wordsFirst) {
    const parts = pattern.exec(raw)?.groups
    if (parts) return build(parts)
  }
  const java = yearLast.exec(raw)?.groups
  // In this form CST is what a server in China prints for itself, not the American zone of RFC 822.
  if (java) return build(java.zone === 'CST' ? { ...java, zone: '+0800' } : java)
  return readEpoch(raw)
}

/** False for a date no living message bears: before 2000, or more than a day ahead of `now`. */
export function isPlausible(date: Date, now: Date): boolean {
  return date.getTime() >= earliest && date.getTime() <= now.getTime() + dayMs
}

const dayMs = 24 * 60 * 60 * 1000
const earliest = Date.UTC(2000, 0, 1)
const beijingMinutes = 8 * 60

const clock = String.raw`(?<hour>\d{1,2})[:时点](?<minute>\d{1,2})(?:[:分](?<second>\d{1,2}(?:[.,]\d{1,9})?))?[分秒]?`
const zoned = String.raw`(?: ?(?<meridiem>AM|PM)\b)?(?: ?\(?(?<zone>(?:UTC|GMT)?[+-]\d{1,2}:?\d{0,2}|[A-Z]{1,5})\)?)?(?: ?\([^)]*\))?`
const weekday = String.raw`(?:[A-Z]+\.?,? ?)?`
const ordinal = '(?:st|nd|rd|th)?'

const numeric = new RegExp(
  String.raw`^(?<year>\d{4})(?:[-/.年](?<month>\d{1,2})(?:[-/.月](?<day>\d{1,2})[日号]?)?)?(?:[T ,]{0,2}(?<half>上午|下午|晚上|凌晨|中午)? ?${clock}${zoned})?$`,
  'i',
)
const compact =
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:T?(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?<zone>Z|[+-]\d\d:?\d\d)?)?$/
const dayFirst = new RegExp(
  String.raw`^${weekday}(?<day>\d{1,2})${ordinal}[ -](?<name>[A-Z]{3,9})\.?,?[ -](?<year>\d{4}|\d{2})(?:[ ,T]+${clock}${zoned})?$`,
  'i',
)
const monthFirst = new RegExp(
  String.raw`^(?:[A-Z]+\.?,? )?(?<name>[A-Z]{3,9})\.? (?<day>\d{1,2})${ordinal},? (?<year>\d{4})(?:[ ,T]+(?:at )?${clock}${zoned})?$`,
  'i',
)
const digitsFirst = [numeric, compact, dayFirst, monthFirst]
const wordsFirst = [dayFirst, monthFirst]
/** `Mon Jan 05 12:30:00 CST 2026`, as Java and asctime print it. */
const yearLast =
  /^(?:[A-Z]{3,9},? )?(?<name>[A-Z]{3,9}) (?<day>\d{1,2}) (?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?(?: (?<zone>[A-Z]{1,5}|[+-]\d{4}))? (?<year>\d{4})$/i

function readEpoch(raw: string): Date | null {
  if (/^\d{10}$/.test(raw)) return new Date(Number(raw) * 1000)
  return /^\d{13}$/.test(raw) ? new Date(Number(raw)) : null
}

function build(parts: Record<string, string | undefined>): Date | null {
  const month = parts.name ? monthOf(parts.name) : Number(parts.month ?? 1)
  const day = Number(parts.day ?? 1)
  const hour = hourOf(Number(parts.hour ?? 0), parts.half ?? parts.meridiem)
  const minute = Number(parts.minute ?? 0)
  const second = Number((parts.second ?? '0').replace(',', '.'))
  const offset = parts.hour === undefined ? 0 : offsetMinutes(parts.zone)
  if (offset === null || month < 1 || month > 12 || hour > 24 || minute > 59 || second >= 61) return null
  const midnight = new Date(Date.UTC(fullYear(Number(parts.year)), month - 1, day))
  // The 31st of April would quietly become the 1st of May.
  if (midnight.getUTCDate() !== day) return null
  return new Date(midnight.getTime() + Math.round(((hour * 60 + minute - offset) * 60 + second) * 1000))
}

function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (/^(AM|凌晨|上午)$/i.test(half)) return hour === 12 && half !== '上午' ? 0 : hour
  if (half === '中午') return hour < 3 ? hour + 12 : hour
  return hour < 12 ? hour + 12 : hour
}

/** 1 to 12, or 0 for a word that is no month. */
function monthOf(name: string): number {
  return (
    'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(name.slice(0, 3).toLowerCase()) + 1
  )
}

/** Hours east of Greenwich. */
const zoneHours = new Map(
  Object.entries({ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, HST: -10 }).concat(
    Object.entries({ BST: 1, CET: 1, MET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3, IST: 5.5, HKT: 8, SGT: 8 }),
    Object.entries({ JST: 9, KST: 9, AEST: 10, AEDT: 11 }),
  ),
)

/** Minutes east of Greenwich; an unknown name counts as Greenwich, as RFC 822 asks. */
function offsetMinutes(zone: string | undefined): number | null {
  if (zone === undefined) return beijingMinutes
  if (zone === '+0800') return beijingMinutes
  const signed = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone)
  if (!signed) return (zoneHours.get(zone.toUpperCase()) ?? 0) * 60
  const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0)
  if (minutes > 15 * 60) return null
  return signed[1] === '-' ? -minutes : minutes
}
