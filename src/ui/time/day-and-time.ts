import { clockMinutes, shanghai } from './shanghai.ts'

/** 11-23 14:05, for what may lie days back. */
export function dayAndTime(instant: string | number): string {
  const { month, day } = shanghai(instant)
  return `${month}-${day} ${clockMinutes(instant)}`
}
