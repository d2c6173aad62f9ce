import { z } from 'zod'
import { instant, problemView, sourceState } from './views.ts'

export const hearing = z.enum(['heard', 'quiet', 'blind', 'never'])
export type Hearing = z.infer<typeof hearing>

const placeHearing = z.object({
  code: z.string(),
  name: z.string(),
  hearing,
  /** Kept posts that name it, in the days looked at. */
  lately: z.number().int(),
  /** As many its own past would have brought. */
  expected: z.number(),
  lastAt: instant.nullable(),
})

/** What we hear, how late, and where we hear nothing. */
export const coverageView = z.object({
  at: instant,
  /** Days the places are looked at. */
  days: z.number().int(),
  sources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      state: sourceState,
      /** Of the last seven days. */
      seen: z.number().int(),
      flagged: z.number().int(),
      /** Seconds from published to taken in, of kept posts of the last seven days; null without any. */
      lag: z.object({ median: z.number(), p90: z.number(), posts: z.number().int() }).nullable(),
      /** Items of an ordinary week; null while too little is learnt. */
      weekly: z.number().nullable(),
    }),
  ),
  territories: z.array(placeHearing.extend({ towns: z.array(placeHearing) })),
})
export type CoverageView = z.infer<typeof coverageView>
export type PlaceHearing = z.infer<typeof placeHearing>

/** A source read once for a look: nothing of it is stored. */
export const previewView = z.object({
  title: z.string().nullable(),
  tookMs: z.number().int(),
  problem: problemView.nullable(),
  warnings: z.array(problemView),
  count: z.number().int(),
  flagged: z.number().int(),
  /** Those that would be flagged first, masked. */
  items: z.array(
    z.object({
      body: z.string(),
      publishedAt: instant.nullable(),
      label: z.enum(['claim', 'weak', 'hearsay', 'settled', 'other_debt', 'none']),
      flagged: z.boolean(),
    }),
  ),
})
export type PreviewView = z.infer<typeof previewView>

export const previewSourceInput = z.object({ called: z.string().trim().min(1).max(2_000) })
