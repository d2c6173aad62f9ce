import type { Grade } from '#domain/grading/grade.ts'

/** All that a feed of alerts tells of an incident: a place, a grade, counts. No word of any post, no employer. */
export type PublicFact = {
  id: string
  number: string
  grade: Grade
  danger: boolean
  place: { code: string; name: string; lat: number; lng: number } | null
  posts: number
  /** Claimed, at least. */
  workers: number | null
  /** An official line reports it as well. */
  official: boolean
  accepted: number
  asked: number
  openedAt: Date
  changedAt: Date
  version: number
  closed: boolean
}

/** As XML holds it in an element or an attribute. */
export function xml(text: string | number): string {
  return String(text).replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** 2026-11-23T14:05:00+08:00: CAP wants an offset and no letter. */
export function shanghaiInstant(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
