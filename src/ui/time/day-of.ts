import { shanghai, two } from './shanghai.ts'

/** The calendar day in Jiaxing, as a date field wants it: 2026-11-23. */
export function dayOf(instant: string | number): string {
  const { year, month, day } = shanghai(instant)
  return `${year}-${two(month)}-${two(day)}`
}
