import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { AuditKind } from '#contracts/audit.ts'

/** What the auditor has found due and not done, until it is done; the log keeps the rest. */
export const auditFinding = pgTable(
  'audit_finding',
  {
    /** The kind and the row it is about. */
    key: text().primaryKey(),
    kind: text().$type<AuditKind>().notNull(),
    subject: text().notNull(),
    incidentId: uuid('incident_id'),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    foundAt: timestamp('found_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('audit_finding_kind').on(t.kind)],
)
