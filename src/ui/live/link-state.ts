/** Whether this screen hears the server, and when it last did, in epoch milliseconds of the server's clock. */
export type LinkState = { state: 'live' | 'cut'; heardAt: number }

/** The server beats every two seconds; after this long without a beat the link counts as lost. */
export const silenceMs = 5_000

/** Judges a link by the last beat heard. */
export function linkState(heardAt: number, now: number): LinkState {
  return { state: now - heardAt > silenceMs ? 'cut' : 'live', heardAt }
}
