import type { z } from 'zod'
import type { RawPost, SourceKind } from '#domain/post/post.ts'
import type { AllowPrivate, Resolve } from '#platform/address-guard.ts'
import type { Validators } from '#platform/http-outcome.ts'

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
}

export type SourceFetch =
  | {
      ok: true
      /** The source's own name for itself, when it says one. */
      title: string | null
      posts: RawPost[]
      notModified: boolean
      validators: Validators
      warnings: SourceWarning[]
    }
  | { ok: false; problem: SourceProblem }

/** A kind of source that is asked for posts; kinds that send by themselves (hotline) have a door of their own. */
export type Source<Config> = {
  kind: SourceKind
  config: z.ZodType<Config>
  fetch(config: Config, context: SourceContext): Promise<SourceFetch>
}
