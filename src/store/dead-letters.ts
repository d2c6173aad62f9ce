import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import type { MessageRow } from './pages.ts'
import { contact } from './tables/contact.ts'
import { message, page } from './tables/page.ts'

export type DayCount = { handed: number; failed: number; waiting: number }

/** What each gateway was given since an instant, and how it went. */
export async function messagesByChannel(tx: Queryable, since: Date): Promise<Map<string, DayCount>> {
  const counted = (state: MessageRow['state']) =>
    sql<number>`(count(*) filter (where ${message.state} = ${state}))::int`
  const rows = await tx
    .select({
      channelId: message.channelId,
      handed: counted('handed'),
      failed: counted('failed'),
      waiting: counted('waiting'),
    })
    .from(message)
    .where(gt(message.createdAt, since))
    .groupBy(message.channelId)
  return new Map(rows.flatMap(({ channelId, ...counts }) => (channelId ? [[channelId, counts]] : [])))
}

export type DeadLetter = { message: MessageRow; post: string | null }

/** Messages given up since an instant, newest first, with the post they were meant for. */
export async function deadLetters(tx: Queryable, since: Date, limit: number): Promise<DeadLetter[]> {
  return tx
    .select({ message, post: contact.post })
    .from(message)
    .leftJoin(page, eq(page.id, message.pageId))
    .leftJoin(contact, eq(contact.id, page.contactId))
    .where(and(eq(message.state, 'failed'), gt(message.createdAt, since)))
    .orderBy(desc(message.lastTriedAt))
    .limit(limit)
}

/** A person has it tried once more from the beginning; false when it is not given up. */
export async function reviveMessage(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const revived = await tx
    .update(message)
    .set({ state: 'waiting', attempts: 0, nextTryAt: now, leasedUntil: null })
    .where(and(eq(message.id, id), eq(message.state, 'failed')))
    .returning({ id: message.id })
  return revived.length > 0
}

/** Writes many messages at once; those whose key is known are left out. */
export async function insertMessages(tx: Transaction, rows: (typeof message.$inferInsert)[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000) {
    await tx
      .insert(message)
      .values(rows.slice(from, from + 1_000))
      .onConflictDoNothing({ target: message.key })
  }
}
