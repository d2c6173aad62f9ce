/**
 * Reads a date as feeds and exports write it: RFC 822, ISO 8601, Java's and asctime's, Chinese, slashes, seconds
 * since 1970. A time without a zone is Beijing time; a day without a time is that day in UTC and in Beijing alike.
 */
export function readDate(written: string): Date | null {
  const raw = written.trim().replace(/\s+/g, ' ')
  if (raw === '' || raw.length > 80) return null
  return readNumeric(raw) ?? readNamedMonth(raw) ?? readEpoch(raw)
}

/** False for a date no living message bears: before 2000, or more than a day ahead of `now`. */
export function isPlausible(date: Date, now: Date): boolean {
  return date.getTime() >= earliest && date.getTime() <= now.getTime() + dayMs
}

const dayMs = 24 * 60 * 60 * 1000
const earliest = Date.UTC(2000, 0, 1)
const beijingMinutes = 8 * 60

const time = String.raw`(\d{1,2})[:时点h.](\d{1,2})(?:[:分.](\d{1,2})(?:[.,]\d+)?)?[分秒]?`
const zone = String.raw`(?: ?\(?([A-Za-z]{1,5}|(?:UTC|GMT)?[+-]\d{1,2}:?\d{0,2})\)?)?(?: ?\([^)]*\))?`
const numeric = new RegExp(
  String.raw`^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号]?)?)?(?:(?:[T ,]| ?(上午|下午|晚上|凌晨|中午)? ?)${time}(?: ?(AM|PM))?${zone})?$`,
  'i',
)
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/
const dayFirst = new RegExp(
  String.raw`^(?:[A-Za-z]+\.?,? ?)?(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4}|\d{2})(?:[ ,T]+${time}(?: ?(AM|PM))?${zone})?$`,
  'i',
)
const monthFirst = new RegExp(
  String.raw`^(?:[A-Za-z]+\.?,? )?([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (?:(\d{4})(?:[ ,T]+(?:at )?${time}(?: ?(AM|PM))?${zone})?)$`,
  'i',
)
/** `Mon Jan 05 12:30:00 CST 2026`, as Java and asctime print it. */
const yearLast =
  /^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9}) (\d{1,2}) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([A-Za-z]{1,5}|[+-]\d{4}))? (\d{4})$/

function readNumeric(raw: string): Date | null {
  const found = numeric.exec(raw)
  if (found) {
    const [, year, month, day, half, hour, minute, second, meridiem, zoneName] = found
    const clock = halfDay(hour, half ?? meridiem)
    return build({ year, month, day, hour: clock, minute, second, zone: zoneName })
  }
  const dense = compact.exec(raw)
  if (!dense) return null
  const [, year, month, day, hour, minute, second, zoneName] = dense
  return build({ year, month, day, hour, minute, second, zone: zoneName })
}

function readNamedMonth(raw: string): Date | null {
  const java = yearLast.exec(raw)
  if (java) {
    const [, name, day, hour, minute, second, zoneName, year] = java
    // In this form CST is what a server in China prints for itself, not the American zone of RFC 822.
    const local = zoneName === 'CST' ? '+0800' : zoneName
    return build({ year, month: monthOf(name), day, hour, minute, second, zone: local })
  }
  const first = dayFirst.exec(raw)
  const [, day, name, year, hour, minute, second, meridiem, zoneName] = first ?? swap(monthFirst.exec(raw))
  if (!name) return null
  return build({
    year,
    month: monthOf(name),
    day,
    hour: halfDay(hour, meridiem),
    minute,
    second,
    zone: zoneName,
  })
}

function swap(found: RegExpExecArray | null): (string | undefined)[] {
  if (!found) return []
  const [whole, name, day, ...rest] = found
  return [whole, day, name, ...rest]
}

function readEpoch(raw: string): Date | null {
  if (/^\d{10}$/.test(raw)) return new Date(Number(raw) * 1000)
  return /^\d{13}$/.test(raw) ? new Date(Number(raw)) : null
}

type Parts = Partial<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'zone', string>>

function build(parts: Parts): Date | null {
  const number = (text: string | undefined, otherwise: number) =>
    text === undefined ? otherwise : Number(text)
  const year = fullYear(number(parts.year, Number.NaN))
  const [month, day] = [number(parts.month, 1), number(parts.day, 1)]
  const [hour, minute, second] = [number(parts.hour, 0), number(parts.minute, 0), number(parts.second, 0)]
  const fits = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute < 60 && second <= 60
  const offset = parts.hour === undefined ? 0 : offsetMinutes(parts.zone)
  if (!fits || offset === null) return null
  const midnight = new Date(Date.UTC(year, month - 1, day))
  if (midnight.getUTCDate() !== day) return null
  return new Date(midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000)
}

function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function halfDay(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour
  const clock = Number(hour)
  if (/^(PM|下午|晚上|中午)$/i.test(half) && clock < 12 && !(half === '中午' && clock > 10))
    return String(clock + 12)
  return /^(AM|凌晨)$/i.test(half) && clock === 12 ? '0' : hour
}

function monthOf(name: string | undefined): string | undefined {
  const at = 'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .indexOf((name ?? '').slice(0, 3).toLowerCase())
  return at < 0 ? 'NaN' : String(at + 1)
}

const zones: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  hst: -600,
  bst: 60,
  cet: 60,
  met: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  hkt: 480,
  sgt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
}

/** Minutes east of Greenwich; an unknown name counts as Greenwich, as RFC 822 readers do. */
function offsetMinutes(zoneName: string | undefined): number | null {
  if (zoneName === undefined) return beijingMinutes
  const signed = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zoneName)
  if (!signed) return zones[zoneName.toLowerCase()] ?? 0
  const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0)
  if (minutes > 15 * 60) return null
  return signed[1] === '-' ? -minutes : minutes
}
