import type { SpreadLevel } from './growth.ts'

/** What the platforms counted of an incident's posts together; null where none of them counts. */
export type Reach = { views: number | null; reposts: number | null }

/** From where on so many have seen it or passed it on; either is enough. [D] */
const levels: readonly { level: SpreadLevel; views: number; reposts: number }[] = [
  { level: 3, views: 1_000_000, reposts: 10_000 },
  { level: 2, views: 100_000, reposts: 1_000 },
  { level: 1, views: 10_000, reposts: 100 },
]

/** The least counts that raise a level, for those who search. */
export const leastReach = { views: 10_000, reposts: 100 }

/** How far a claim has spread by what the platforms count, whoever the readers are. */
export function judgeReach({ views, reposts }: Reach): SpreadLevel {
  const reached = levels.find((one) => (views ?? 0) >= one.views || (reposts ?? 0) >= one.reposts)
  return reached?.level ?? 0
}
