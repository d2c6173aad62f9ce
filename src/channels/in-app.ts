import { z } from 'zod'
import { type Channel, sent } from './channel.ts'

const settings = z.object({})

/** The officer's own list on the screen, with the alert's tone: nothing leaves the house. */
export const inAppChannel: Channel<z.infer<typeof settings>> = {
  kind: 'in_app',
  settings,
  carries: 'urgent',
  acknowledges: 'press',
  address: 'none',
  addressShape: /^$/,
  perMinute: () => 100_000,
  // The row is the message: the event that announces it is written with it.
  send: async () => sent,
}
