import { and, eq, lt } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import { textRead } from './tables/text-read.ts'

export type TextRead = typeof textRead.$inferSelect

/** Whether this reader's look at this incident in this hour has been noted. */
export async function isTextReadNoted(db: Queryable, read: TextRead): Promise<boolean> {
  const [known] = await db
    .select({ hour: textRead.hour })
    .from(textRead)
    .where(and(eq(textRead.userId, read.userId), eq(textRead.incidentId, read.incidentId)))
  return known !== undefined && known.hour >= read.hour
}

/** False when another request noted it first. */
export async function noteTextRead(tx: Transaction, read: TextRead): Promise<boolean> {
  const written = await tx
    .insert(textRead)
    .values(read)
    .onConflictDoUpdate({
      target: [textRead.userId, textRead.incidentId],
      set: { hour: read.hour },
      setWhere: lt(textRead.hour, read.hour),
    })
    .returning({ hour: textRead.hour })
  return written.length > 0
}
