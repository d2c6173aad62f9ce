import type { Queryable } from './database.ts'
import { auditFinding } from './tables/audit.ts'

/** How much the auditor has found due and not done. */
export async function countFindings(db: Queryable): Promise<number> {
  return db.$count(auditFinding)
}

/** What it found, the longest overdue first. */
export async function openFindings(db: Queryable, limit: number) {
  return db.select().from(auditFinding).orderBy(auditFinding.dueAt).limit(limit)
}
