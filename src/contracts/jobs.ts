import { z } from 'zod'

/**
 * Work that needs its own retry, rate or parallelism. A job is a hint: its handler re-reads the row
 * that holds the promise, so a lost or doubled job harms nothing.
 */
export const jobs = {
  /** Fetch one source and take in what is new. */
  'poll-source': { data: z.object({ sourceId: z.string() }), concurrency: 8 },
  /** Join every waiting post to an incident, or open one. */
  'correlate-posts': { data: z.object({}), concurrency: 1 },
} as const

export type JobName = keyof typeof jobs
export type JobData<N extends JobName> = z.infer<(typeof jobs)[N]['data']>
