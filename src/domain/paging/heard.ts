import { acceptanceDue } from '#domain/clock/limits.ts'
import type { PersonalChannel } from './channel-kind.ts'
import type { PersonalRules } from './personal-rules.ts'

/** Channels that ring in a pocket; the screen and the mailbox wake nobody. */
export const ringing: readonly PersonalChannel[] = ['web_push', 'sms', 'voice', 'dingtalk', 'wecom', 'feishu']

/** A grade Ⅰ is accepted within so many minutes; a first ring after that comes too late. */
export const latestRingMinutes = acceptanceDue('I', new Date(0)).limitSeconds / 60

export type UnheardCode = 'critical_unheard' | 'critical_late'

/**
 * Why a post's own rules would leave Ⅰ, Ⅱ and danger to life unheard; null when they do not, or are the house's.
 * Where none of the ringing channels reaches the post, any of them may stand in the rules.
 */
export function unheardBy(
  rules: Partial<PersonalRules> | null,
  usable: readonly PersonalChannel[],
): { code: UnheardCode; details: { minutes: number } } | null {
  if (!rules?.critical) return null
  const heard = ringing.some((one) => usable.includes(one)) ? usable : ringing
  const rings = rules.critical.filter(({ channel }) => ringing.includes(channel) && heard.includes(channel))
  const details = { minutes: latestRingMinutes }
  if (rings.length === 0) return { code: 'critical_unheard', details }
  const first = Math.min(...rings.map(({ afterMinutes }) => afterMinutes))
  return first < latestRingMinutes ? null : { code: 'critical_late', details }
}
