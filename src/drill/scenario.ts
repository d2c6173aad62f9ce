import { z } from 'zod'
import type { PostLabel } from '#domain/post/post.ts'
import seed from '#seeds/drill-evening.json' with { type: 'json' }

const seconds = z.number().min(0).max(3_600)

/** What the reading of a scripted message must come to; the tests hold it to that. */
const expectation = z.object({
  kept: z.boolean(),
  flagged: z.boolean(),
  label: z
    .enum(['claim', 'weak', 'hearsay', 'settled', 'other_debt', 'none'] satisfies PostLabel[])
    .optional(),
  /** Name of the first place read; null when there must be none. */
  place: z.string().nullish(),
  outOfArea: z.boolean().optional(),
  /** Key of the incident it opens or joins. */
  incident: z.string().optional(),
  /** Pieces that must not survive the reading. */
  masked: z.array(z.string()).optional(),
})

const feed = z.object({
  id: z.string(),
  name: z.string(),
  dialect: z.enum(['rss', 'atom', 'rdf', 'json', 'rss-gbk']),
  intervalSeconds: z.number().int().min(5).max(60),
  /** How long the server lets a reader wait. */
  slowMs: z.number().int().max(10_000).optional(),
  /** The part of every round in which the server answers nothing of use. */
  down: z.object({ from: seconds, to: seconds }).optional(),
})

const post = z.object({
  id: z.string(),
  feed: z.string(),
  at: seconds,
  /** Written this long before it appears in the feed. */
  secondsAgo: seconds.optional(),
  /** A date the feed states instead of the true one. */
  published: z.iso.datetime().optional(),
  title: z.string(),
  text: z.string(),
  expect: expectation,
})

const call = z.object({
  id: z.string(),
  hotline: z.string(),
  at: seconds,
  text: z.string(),
  place: z.string().optional(),
  employer: z.string().optional(),
  workers: z.number().int().optional(),
  amountYuan: z.number().optional(),
  expect: expectation,
})

const evening = z.object({
  lengthSeconds: seconds,
  /** How often the evening is played before the drill rests. */
  rounds: z.number().int().min(1),
  feeds: z.array(feed),
  hotlines: z.array(z.object({ id: z.string(), name: z.string(), channel: z.enum(['12345', '110']) })),
  /** What must stand on the map after one round, with the grade it has outside the winter season. */
  incidents: z.array(
    z.object({ key: z.string(), place: z.string(), grade: z.enum(['I', 'II', 'III', 'IV', 'watch']) }),
  ),
  posts: z.array(post),
  calls: z.array(call),
})

export type Evening = z.infer<typeof evening>
export type ScriptedFeed = z.infer<typeof feed>
export type ScriptedPost = z.infer<typeof post>
export type ScriptedCall = z.infer<typeof call>
export type Dialect = ScriptedFeed['dialect']

/** The evening of seeds/drill-evening.json. */
export function drillEvening(): Evening {
  return evening.parse(seed)
}
