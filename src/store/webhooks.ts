import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import { apiKey, webhook } from './tables/api.ts'

export type WebhookRow = typeof webhook.$inferSelect

export async function insertWebhook(tx: Transaction, one: typeof webhook.$inferInsert): Promise<void> {
  await tx.insert(webhook).values(one)
}

/** Those an agency's programs have registered and not removed. */
export async function webhooksOfAgency(db: Queryable, agency: string): Promise<WebhookRow[]> {
  return db
    .select()
    .from(webhook)
    .where(and(eq(webhook.agency, agency), isNull(webhook.removedAt)))
    .orderBy(asc(webhook.createdAt))
}

export async function countWebhooks(db: Queryable, agency: string): Promise<number> {
  return db.$count(webhook, and(eq(webhook.agency, agency), isNull(webhook.removedAt)))
}

/** Null when the agency has no such webhook any more. */
export async function removeWebhookRow(
  tx: Transaction,
  { id, agency }: { id: string; agency: string },
  at: Date,
): Promise<WebhookRow | null> {
  const [row] = await tx
    .update(webhook)
    .set({ removedAt: at })
    .where(and(eq(webhook.id, id), eq(webhook.agency, agency), isNull(webhook.removedAt)))
    .returning()
  return row ?? null
}

/** Every live webhook whose key still opens the door, for whoever delivers. */
export async function liveWebhooks(db: Queryable): Promise<WebhookRow[]> {
  const rows = await db
    .select({ webhook })
    .from(webhook)
    .innerJoin(apiKey, eq(apiKey.id, webhook.keyId))
    .where(and(isNull(webhook.removedAt), isNull(apiKey.revokedAt)))
    .orderBy(asc(webhook.createdAt))
  return rows.map((row) => row.webhook)
}
