import { shanghaiMinutes } from '#domain/clock/shanghai.ts'
import { type PersonalChannel, personalChannels } from './channel-kind.ts'
import type { Urgency } from './urgency.ts'

/** One try: this channel, so many minutes after the page began, if nobody has accepted by then. */
export type PagingStep = { channel: PersonalChannel; afterMinutes: number }
export type PersonalRules = Record<Urgency, PagingStep[]>

/** Minutes of the day in Shanghai; an end before the beginning lies on the next morning. */
export type QuietHours = { from: number; to: number }

/** Sixty minutes: a page nobody answered by then has long climbed to the next rung. */
export const longestWaitMinutes = 60
export const mostSteps = 12

/** What holds for a post that has set nothing. */
export const defaultRules: PersonalRules = {
  critical: at({ in_app: 0, web_push: 0, sms: 0, dingtalk: 0, wecom: 0, feishu: 0, voice: 1, email: 1 }),
  urgent: at({ in_app: 0, web_push: 0, dingtalk: 0, wecom: 0, feishu: 0, sms: 1, voice: 5, email: 5 }),
  ordinary: at({ in_app: 0, web_push: 0, dingtalk: 0, wecom: 0, feishu: 0, email: 2, sms: 10 }),
  low: at({ in_app: 0, email: 0 }),
}

/** The tries of one page in their order; a rule nobody has set, or that was emptied, falls back to the default. */
export function stepsOf(rules: Partial<PersonalRules> | null, urgency: Urgency): PagingStep[] {
  const own = rules?.[urgency]
  const steps = own && own.length > 0 ? own : defaultRules[urgency]
  const screen = steps.some(({ channel }) => channel === 'in_app')
  // The officer's own list always holds it, so that nothing is only in a telephone.
  const whole: PagingStep[] = screen ? steps : [{ channel: 'in_app', afterMinutes: 0 }, ...steps]
  return [...whole].sort((one, other) => one.afterMinutes - other.afterMinutes)
}

/**
 * When a channel may be heard: now, or when quiet hours end. Critical pages and the list on the screen,
 * which wakes nobody, are never held back.
 */
export function heardAt(
  now: Date,
  { quiet, urgency, channel }: { quiet: QuietHours | null; urgency: Urgency; channel: PersonalChannel },
): Date {
  if (!quiet || urgency === 'critical' || channel === 'in_app' || quiet.from === quiet.to) return now
  const minute = shanghaiMinutes(now)
  const overnight = quiet.from > quiet.to
  const isQuiet = overnight
    ? minute >= quiet.from || minute < quiet.to
    : minute >= quiet.from && minute < quiet.to
  if (!isQuiet) return now
  const left = (quiet.to - minute + minutesOfDay) % minutesOfDay
  const startOfMinute = Math.floor(now.getTime() / 60_000) * 60_000
  return new Date(startOfMinute + left * 60_000)
}

const minutesOfDay = 24 * 60

function at(minutes: Partial<Record<PersonalChannel, number>>): PagingStep[] {
  return personalChannels.flatMap((channel) => {
    const afterMinutes = minutes[channel]
    return afterMinutes === undefined ? [] : [{ channel, afterMinutes }]
  })
}
