import type { AlertView, IncidentView } from '#contracts/views.ts'
import type { Refusal, Result } from '#domain/result.ts'

/** What became of one press of 接收; `at` in epoch milliseconds. */
export type Press =
  | { state: 'busy'; at: number }
  /** Kept on this device, not delivered; the clock runs on. */
  | { state: 'kept'; at: number }
  | { state: 'accepted'; at: number }
  | { state: 'lost'; who: string; at: number }
  | { state: 'refused'; refusal: Refusal }

export type Presses = Readonly<Record<string, Press>>

/**
 * Reads the server's answer to a press. When it was sent before without an answer and our own post has accepted
 * since, that sending arrived: no loss.
 */
export function pressOutcome(
  answer: Result<AlertView>,
  { post, pressedAt, resent }: { post: string; pressedAt: number; resent: boolean },
): Press {
  if (answer.ok) return { state: 'accepted', at: Date.parse(answer.value.acceptedAt ?? '') || pressedAt }
  const { code, details } = answer.refusal
  if (code !== 'already_accepted') return { state: 'refused', refusal: answer.refusal }
  const at = Date.parse(String(details.at)) || pressedAt
  const who = String(details.who)
  return resent && who === post ? { state: 'accepted', at } : { state: 'lost', who, at }
}

/** The presses that still tell how an alert stands; one that was accepted before it lapsed is history. */
export function livePresses(presses: Presses, incidents: IncidentView[]): Presses {
  const lapses = new Map(
    incidents.flatMap(({ alerts }) => alerts.flatMap(({ id, lapse }) => (lapse ? [[id, lapse.at]] : []))),
  )
  const live = Object.entries(presses).filter(([id, press]) => {
    const lapsedAt = lapses.get(id)
    return lapsedAt === undefined || press.state === 'refused' || press.at > Date.parse(lapsedAt)
  })
  return Object.fromEntries(live)
}

/** The incidents as they will look once the running presses have arrived; a refusal takes it back. */
export function withPresses(incidents: IncidentView[], presses: Presses, post: string): IncidentView[] {
  return incidents.map((incident) =>
    incident.alerts.some((alert) => isPressed(alert, presses))
      ? { ...incident, alerts: incident.alerts.map((alert) => pressed(alert, presses, post)) }
      : incident,
  )
}

function pressed(alert: AlertView, presses: Presses, post: string): AlertView {
  const press = presses[alert.id]
  if (!press || !isPressed(alert, presses) || press.state === 'refused') return alert
  const acceptedAt = new Date(press.at).toISOString()
  const by = press.state === 'lost' ? press.who : post
  return {
    ...alert,
    state: 'accepted',
    nextStepAt: null,
    acceptedAt,
    acceptedBy: { post: by, agency: alert.agency },
  }
}

function isPressed(alert: AlertView, presses: Presses): boolean {
  const state = presses[alert.id]?.state
  const settled = state === 'busy' || state === 'accepted' || state === 'lost'
  return alert.state === 'unaccepted' && settled
}
