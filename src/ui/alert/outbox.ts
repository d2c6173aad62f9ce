import { z } from 'zod'
import { promisedStep } from '#contracts/lease.ts'

/** An acceptance that was pressed and has not reached the server yet. */
const keptPress = z.object({
  alertId: z.string(),
  incidentId: z.string(),
  /** When it was pressed, by the server's clock, in epoch milliseconds. */
  pressedAt: z.number(),
  /** Another next step or time than one press proposes. */
  promise: z.object({ step: promisedStep, at: z.string() }).optional(),
})
export type KeptPress = z.infer<typeof keptPress>

/** Presses kept on this device survive a closed page; sending one twice does no harm. */
export type Outbox = KeptPress[]

/** Each person's presses are kept apart, and a drill's apart from the real ones. */
export function outboxKey(realm: string, personId: string): string {
  return `anxin-outbox-${realm}-${personId}`
}

/** Keeps a press; pressing again changes nothing. */
export function keepPress(outbox: Outbox, press: KeptPress): Outbox {
  return outbox.some(({ alertId }) => alertId === press.alertId) ? outbox : [...outbox, press]
}

export function dropPress(outbox: Outbox, alertId: string): Outbox {
  return outbox.filter((press) => press.alertId !== alertId)
}

/** What was kept; anything unreadable counts as nothing kept. */
export function readOutbox(text: string | null): Outbox {
  try {
    const parsed = z.array(keptPress).safeParse(JSON.parse(text ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}
