import { sql } from 'drizzle-orm'
import { date, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { ThresholdLine, TransferFacts } from '#domain/transfer/threshold.ts'
import type { Transfer } from '#domain/transfer/transfer.ts'
import { incident } from './incident.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** One incident's way to the police, with the copy to the procuratorate. */
export const policeTransfer = pgTable(
  'police_transfer',
  {
    id: uuid().primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    state: text().$type<Transfer['state']>().notNull(),
    line: text().$type<ThresholdLine>().notNull(),
    facts: jsonb().$type<TransferFacts>().notNull(),
    orderNumber: text('order_number'),
    orderServedOn: date('order_served_on'),
    payBy: date('pay_by'),
    decidedAt: instant('decided_at'),
    decision: text().$type<Transfer['decision']>(),
    decisionReason: text('decision_reason'),
    letterNumber: text('letter_number'),
    handedOverAt: instant('handed_over_at'),
    evidence: text().array().notNull().default(sql`'{}'::text[]`),
    /** Of the copy to the procuratorate (抄送同级人民检察院备案). */
    copyNumber: text('copy_number'),
    repliedAt: instant('replied_at'),
    reply: text().$type<Transfer['reply']>(),
    replyNote: text('reply_note'),
    objectedAt: instant('objected_at'),
    /** Until when the next move is owed; null when none is, or when its lateness was told. */
    dueAt: instant('due_at'),
    overdueToldAt: instant('overdue_told_at'),
    startedAt: instant('started_at').notNull(),
    startedBy: jsonb('started_by').$type<PersonView>().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('transfer_running').on(t.incidentId).where(sql`${t.state} <> 'ended'`),
    index('transfer_due').on(t.dueAt).where(sql`${t.dueAt} is not null`),
  ],
)
