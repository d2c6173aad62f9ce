import type { z } from 'zod'
import type { Channel, RawPost, SourceKind } from '#domain/post/post.ts'
import type { Result } from '#domain/result.ts'
import type { AllowPrivate, Resolve } from '#platform/address-guard.ts'
import type { Validators } from '#platform/http-outcome.ts'
import type { FeedHints } from './feed-hints.ts'
import type { MappingField } from './hotline-mapping.ts'

/** Something odd that cost nothing; the screens put `code` into words with `details`. */
export type SourceWarning = { code: string; details: Record<string, string | number> }

/** Why nothing could be taken from a source this time. */
export type SourceProblem = SourceWarning & { retryAfterSeconds?: number }

/** What a fetch may know beside its configuration. */
export type SourceContext = {
  now: Date
  /** What the source answered last time, to ask only for news. */
  validators?: Partial<Validators>
  allowPrivate?: AllowPrivate
  resolve?: Resolve
  signal?: AbortSignal
  timeoutMs?: number
  /** The columns an officer set for the exports of a sender; null when nobody has yet. */
  mappingOf?: (sender: string) => Promise<Partial<Record<MappingField, string>> | null>
}

export type SourceFetch =
  | {
      ok: true
      /** The source's own name for itself, when it says one. */
      title: string | null
      posts: (RawPost & { channel?: Channel })[]
      notModified: boolean
      validators: Validators
      warnings: SourceWarning[]
      hints?: FeedHints
    }
  | { ok: false; problem: SourceProblem }

/** A kind of source that is asked for posts now and then. */
export type Source<Config> = {
  kind: SourceKind
  /** What has to be known, from which the form and the command draw themselves; its words are in `sources.field`. */
  config: z.ZodType<Config>
  /** Where it is, as the screens show it: without any secret. */
  address(config: Config): string
  fetch(config: Config, context: SourceContext): Promise<SourceFetch>
}

/** A kind of source that sends by itself, signed with a key of its own. */
export type PushedSource<Config, Body, Message> = {
  kind: SourceKind
  config: z.ZodType<Config>
  /** The line its messages come on when they do not say. */
  channel(config: Config): Channel
  body: z.ZodType<Body>
  receive(body: Body, now: Date): Message
}

/** A kind of source that is handed over as a file; `preview` shows what it holds before anything is taken. */
export type FileSource<Mapping, Table, Preview> = {
  kind: SourceKind
  config: z.ZodType<Mapping>
  read(bytes: Uint8Array, mapping: Mapping, now: Date): Promise<Result<Table>>
  preview(bytes: Uint8Array): Promise<Result<Preview>>
}
