import type { Role } from '#domain/permission.ts'

/** A shift for people. A wall must not go dark overnight: 90 days, renewed while it is in use. */
export function sessionEnd(role: Role, from: Date): Date {
  const hours = role === 'wall' ? 90 * 24 : 12
  return new Date(from.getTime() + hours * 3_600_000)
}

/** A wall's session is moved on once a day, so that watching costs no write per glance. */
export function renewedEnd(role: Role, expiresAt: Date, now: Date): Date | null {
  if (role !== 'wall') return null
  const end = sessionEnd(role, now)
  return end.getTime() - expiresAt.getTime() > 24 * 3_600_000 ? end : null
}
