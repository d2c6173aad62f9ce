import type { z } from 'zod'
import type { ChannelKind } from '#domain/paging/channel-kind.ts'
import type { Urgency } from '#domain/paging/urgency.ts'
import type { FetchOutcome } from '#platform/http-outcome.ts'

/** What a person is told: counts, places and clocks, never a post's text and never a personal name. */
export type Letter = {
  /** The same at every repetition, so that the gateway sends it once. */
  key: string
  title: string
  lines: string[]
  /** All of it in one breath, for SMS and voice. */
  short: string
  /** Signed page on which it is accepted or read; null where there is nothing to open. */
  link: string | null
  linkWords: string
  /** Answered by SMS as "1 code" or "2 code"; null when this person cannot accept. */
  code: string | null
  urgency: Urgency
  /** What a machine is told instead of a person. */
  payload?: unknown
}

/** A browser a person lets us push to. */
export type PushTarget = { endpoint: string; p256dh: string; auth: string }

export type Recipient = { address: string | null; browsers: PushTarget[] }

/** How a gateway is reached: guarded and within a time, whatever its address says. */
export type Tools = {
  now: Date
  post(
    address: string,
    request: { body: string | Buffer; headers: Record<string, string> },
  ): Promise<FetchOutcome>
  /** The address to connect to for other protocols, or the code of what stands in the way. */
  connectTo(host: string, port: number): Promise<{ address: string; isPublic: boolean } | { problem: string }>
  timeoutMs: number
  /** The house's own keys, by which push services know it. */
  vapid: { publicKey: string; privateKey: string }
}

export type Sent =
  | { ok: true; gone?: string[] }
  | {
      ok: false
      /** A code the screens put into words. */
      problem: string
      /** False where another try could only fail again. */
      again: boolean
      retryAfterSeconds?: number
      /** Browsers that no longer exist. */
      gone?: string[]
    }

/** A way out of the house. Everything the forms, the rules and the sender must know of it stands here. */
export type Channel<Settings> = {
  kind: ChannelKind
  /** What has to be set up, from which the form draws itself; its words are in `channels.field`. */
  settings: z.ZodType<Settings>
  /** The most pressing message it can carry alone: mail is read in its time, a telephone rings. */
  carries: Urgency
  /** How it is acknowledged, beside the signed link in every letter. */
  acknowledges: 'press' | 'link' | 'button' | 'reply' | 'none'
  /** What a contact must have: a number or name in the book, optionally one, or nothing. */
  address: 'needed' | 'optional' | 'none'
  /** What such an address looks like. */
  addressShape: RegExp
  /** Messages a minute the other side allows. */
  perMinute(settings: Settings): number
  send(letter: Letter, to: Recipient, settings: Settings, tools: Tools): Promise<Sent>
}

export const sent: Sent = { ok: true }

/** A failure that may pass. */
export function later(problem: string, retryAfterSeconds?: number): Sent {
  return { ok: false, problem, again: true, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) }
}

/** A failure that only a person can mend. */
export function never(problem: string): Sent {
  return { ok: false, problem, again: false }
}
