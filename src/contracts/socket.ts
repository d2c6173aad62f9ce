import type { LoggedEvent } from './events.ts'

/** Facts go down the socket; nothing comes up (commands use the server functions). */
export type ServerToClient = {
  event: (event: LoggedEvent) => void
  /** The gap is too wide to replay: fetch a new snapshot. */
  resync: () => void
}

/** The client sends nothing after the handshake. */
export type ClientToServer = Record<string, never>

/** `auth` of the handshake; the session travels in the cookie. */
export type Handshake = { lastEventId: number }

/** The server pings this often, so a screen knows within two beats that its link is gone. */
export const heartbeatMs = 2_000
