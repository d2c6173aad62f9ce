import { acceptanceDue } from '#domain/clock/limits.ts'
import type { PersonalChannel } from './channel-kind.ts'
import type { PersonalRules } from './personal-rules.ts'
import { atLeast, type Urgency } from './urgency.ts'

/** A grade Ⅰ is accepted within so many minutes; a first call after that comes too late. */
export const latestCallMinutes = acceptanceDue('I', new Date(0)).limitSeconds / 60

/** A channel by which a post can be called, and the most pressing message it carries alone. */
export type Way = { channel: PersonalChannel; carries: Urgency }

/**
 * Why a post's own rules would leave Ⅰ, Ⅱ and danger to life unheard; null when they do not, or are the house's.
 * Of the ways by which this post can be called, one of those that carry most must be in them, in time; whoever can be
 * called by none is not made worse by any rule.
 */
export function unheardBy(
  rules: Partial<PersonalRules> | null,
  usable: readonly Way[],
): { code: 'critical_unheard' | 'critical_late'; details: { minutes: number } } | null {
  const ways = usable.filter(({ channel }) => channel !== 'in_app')
  if (!rules?.critical || ways.length === 0) return null
  const strongest = ways.filter((way) => ways.every((other) => atLeast(way.carries, other.carries)))
  const heard = new Set(strongest.map(({ channel }) => channel))
  const calls = rules.critical.filter(({ channel }) => heard.has(channel))
  const details = { minutes: latestCallMinutes }
  if (calls.length === 0) return { code: 'critical_unheard', details }
  const first = Math.min(...calls.map(({ afterMinutes }) => afterMinutes))
  return first < latestCallMinutes ? null : { code: 'critical_late', details }
}
