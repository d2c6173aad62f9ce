import type { ReviewItem, ReviewQueue } from '#contracts/review.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { letterPairs, nearness } from '#domain/incident/nearness.ts'
import { may } from '#domain/permission.ts'
import { readPost } from '#domain/post/read-post.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { lastEventId } from '#store/event-log.ts'
import { incidentViewOf } from '#store/incident-view.ts'
import { findIncident } from '#store/incidents.ts'
import { judgedSince, judgedTexts, type ToldLabel } from '#store/labels.ts'
import { readingTables } from '#store/reading-tables.ts'
import { countPostsToReview, postsToReview, type ReviewPost } from '#store/review-posts.ts'
import { reviewItemOf } from '#store/review-view.ts'
import type { Context } from './context.ts'
import { foreseeIncident } from './foresee-incident.ts'
import { gatherCandidates, matchIncident, storyOf } from './match-incident.ts'

/** So many are on a screen before they are asked for. */
const itemsAtOnce = 20
const alikeSince = 30 * 86_400_000
const alikeTexts = 100
const alikeFrom = 0.3

/** Doubtful posts that wait for a person, oldest first, with all that is needed to judge each. */
export async function readReviewQueue(
  context: Context,
  { without }: { without: string[] },
): Promise<Result<ReviewQueue>> {
  const allowed = may(context.actor, 'review_posts')
  if (!allowed.ok) return allowed
  const { now } = context
  return context.db.transaction(
    async (tx) => {
      const posts = await postsToReview(tx, without, itemsAtOnce)
      const told = await judgedTexts(tx, new Date(now.getTime() - alikeSince))
      const stories = new Map(posts.map((post) => [post, storyOf(post)]))
      const gathered = await gatherCandidates(tx, [...stories.values()], now)
      const items: ReviewItem[] = []
      for (const [post, story] of stories) {
        const { incidentId } = matchIncident(gathered, story, now)
        items.push(await itemOf(tx, { post, incidentId }, told, now))
      }
      const { probability, score } = readingTables().thresholds
      return ok({
        at: now.toISOString(),
        lastEventId: await lastEventId(tx),
        items,
        waiting: await countPostsToReview(tx),
        judgedToday: await judgedSince(tx, startOfDay(now)),
        limits: {
          doubtful: probability.doubtful,
          flagged: probability.flagged,
          score: score.doubtful,
        },
      })
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

async function itemOf(
  tx: Transaction,
  { post, incidentId }: { post: ReviewPost; incidentId: string | null },
  told: ToldLabel[],
  now: Date,
): Promise<ReviewItem> {
  const joined = incidentId ? await findIncident(tx, incidentId) : null
  const joins = joined && incidentViewOf(joined)
  return reviewItemOf(post, {
    probability: probabilityNow(post.body),
    foresight: {
      ...foreseeIncident(post, now),
      joins: joins && { number: joins.number, headline: joins.headline },
    },
    alike: alikeOf(post.body, told),
  })
}

/** Read anew, since the row keeps what was thought when it came in. */
function probabilityNow(body: string): number | null {
  const raw = { externalId: '', title: '', text: body, url: null, publishedAt: null }
  return readPost(raw, readingTables()).flag.probability
}

function alikeOf(body: string, told: ToldLabel[]): ReviewItem['alike'] {
  const pairs = letterPairs(body)
  return told
    .slice(0, alikeTexts)
    .map((one) => ({ ...one, near: nearness(pairs, letterPairs(one.body)) }))
    .filter(({ near }) => near >= alikeFrom)
    .sort((a, b) => b.near - a.near)
    .slice(0, 2)
    .map(({ body, verdict, judgedAt }) => ({ body, verdict, judgedAt: judgedAt.toISOString() }))
}

function startOfDay(now: Date): Date {
  return new Date(`${shanghaiDay(now)}T00:00:00+08:00`)
}
