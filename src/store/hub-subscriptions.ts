import { eq, lte } from 'drizzle-orm'
import type { PollingView } from '#contracts/views.ts'
import type { Queryable } from './database.ts'
import { hubSubscription } from './tables/hub-subscription.ts'

export type HubSubscription = typeof hubSubscription.$inferSelect
export type NewHubSubscription = typeof hubSubscription.$inferInsert

/** One subscription per source; asking another hub or topic replaces it. */
export async function saveSubscription(db: Queryable, row: NewHubSubscription): Promise<void> {
  await db
    .insert(hubSubscription)
    .values(row)
    .onConflictDoUpdate({ target: hubSubscription.sourceId, set: row })
}

export async function changeSubscription(
  db: Queryable,
  sourceId: string,
  change: Partial<HubSubscription>,
): Promise<void> {
  await db.update(hubSubscription).set(change).where(eq(hubSubscription.sourceId, sourceId))
}

export async function findSubscription(db: Queryable, sourceId: string): Promise<HubSubscription | null> {
  const [row] = await db.select().from(hubSubscription).where(eq(hubSubscription.sourceId, sourceId))
  return row ?? null
}

export async function findSubscriptionByToken(db: Queryable, token: string): Promise<HubSubscription | null> {
  const [row] = await db.select().from(hubSubscription).where(eq(hubSubscription.token, token))
  return row ?? null
}

export async function listSubscriptions(db: Queryable): Promise<Map<string, HubSubscription>> {
  const rows = await db.select().from(hubSubscription)
  return new Map(rows.map((row) => [row.sourceId, row]))
}

/** Those whose hub is to be asked again: an attempt or a renewal is due. */
export async function dueSubscriptions(db: Queryable, now: Date): Promise<HubSubscription[]> {
  return db.select().from(hubSubscription).where(lte(hubSubscription.askAgainAt, now)).limit(20)
}

/** Proven once it has pushed, within its lease, and polling has found nothing it kept back since. */
export function hubStateOf(subscription: HubSubscription | null | undefined, now: Date): PollingView['hub'] {
  if (!subscription) return 'none'
  const { state, leaseUntil, lastPushAt, missedAt } = subscription
  if (state !== 'verified') return state
  if (!leaseUntil || leaseUntil <= now) return 'asked'
  return lastPushAt && (!missedAt || lastPushAt > missedAt) ? 'proven' : 'verified'
}
