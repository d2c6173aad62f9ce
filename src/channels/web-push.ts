import webPush from 'web-push'
import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { type Channel, later, never, type PushTarget, type Sent, sent, type Tools } from './channel.ts'
import { failureOf } from './read-answer.ts'

const settings = z.object({
  /** Where a push service writes to when something is wrong with our messages. */
  subject: z
    .string()
    .trim()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/)
    .max(200)
    .default('mailto:office@anxin.invalid')
    .meta({ example: 'mailto:office@example.org' } satisfies FieldHint),
})
type PushSettings = z.infer<typeof settings>

/** A day: an alert older than that has long been answered by the ladder. */
const keepSeconds = 24 * 3_600

/** Push to the officer's own browsers. It is encrypted to the browser and still holds no personal data. */
export const webPushChannel: Channel<PushSettings> = {
  kind: 'web_push',
  settings,
  carries: 'urgent',
  acknowledges: 'link',
  address: 'none',
  addressShape: /^$/,
  perMinute: () => 6_000,
  async send(letter, { browsers }, set, tools) {
    if (browsers.length === 0) return never('no_browser')
    const { key, title, short, link, urgency } = letter
    const payload = JSON.stringify({ key, title, body: short, link, urgent: urgency === 'critical' })
    const answers = await Promise.all(
      browsers.map((browser) => pushTo(browser, payload, letter.urgency, set, tools)),
    )
    const gone = browsers.filter((_, at) => answers[at] === 'gone').map(({ endpoint }) => endpoint)
    const taken = answers.some((answer) => answer !== 'gone' && answer.ok)
    if (taken) return gone.length > 0 ? { ok: true, gone } : sent
    const failed = answers.find((answer) => answer !== 'gone')
    if (!failed) return { ok: false, problem: 'no_browser', again: false, gone }
    return failed.ok ? sent : { ...failed, gone }
  },
}

async function pushTo(
  { endpoint, p256dh, auth }: PushTarget,
  payload: string,
  urgency: string,
  { subject }: PushSettings,
  tools: Tools,
): Promise<Sent | 'gone'> {
  const details = (() => {
    try {
      return webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
        vapidDetails: { subject, ...tools.vapid },
        TTL: keepSeconds,
        urgency: urgency === 'critical' || urgency === 'urgent' ? 'high' : 'normal',
      })
    } catch {
      return null
    }
  })()
  if (!details) return 'gone'
  const headers = Object.fromEntries(
    Object.entries(details.headers).map(([name, value]) => [name, String(value)]),
  )
  const outcome = await tools.post(endpoint, { body: details.body ?? '', headers })
  if (outcome.ok) return sent
  const { status } = outcome.problem.details
  if (status === 404 || status === 410) return 'gone'
  return status === 401 || status === 403 ? later('signature_refused') : failureOf(outcome.problem)
}
