/** Asia/Shanghai has kept UTC+8 without daylight saving since 1991, so a shift is exact. */
const shanghaiOffset = 8 * 3_600_000
const dayLength = 86_400_000

/** An instant as the calendar and the clock in Jiaxing show it. */
export function shanghai(instant: string | number): {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
  second: number
} {
  const date = new Date(toMillis(instant) + shanghaiOffset)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

/** Something that happened, as walls write it: 13:59. */
export function clockMinutes(instant: string | number): string {
  const { hour, minute } = shanghai(instant)
  return `${two(hour)}:${two(minute)}`
}

/** Something that happened, as the desk writes it: 13:59:50. */
export function clockSeconds(instant: string | number): string {
  return `${clockMinutes(instant)}:${two(shanghai(instant).second)}`
}

/** Whole calendar days from one instant to another, by the calendar of Jiaxing. */
export function daysBetween(from: string | number, to: string | number): number {
  return dayNumber(to) - dayNumber(from)
}

export function toMillis(instant: string | number): number {
  return typeof instant === 'number' ? instant : Date.parse(instant)
}

export function two(value: number): string {
  return String(value).padStart(2, '0')
}

function dayNumber(instant: string | number): number {
  return Math.floor((toMillis(instant) + shanghaiOffset) / dayLength)
}
