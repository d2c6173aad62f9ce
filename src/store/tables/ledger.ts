import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { LedgerEntry, MoneySource } from '#domain/ledger/ledger.ts'
import type { Instalment } from '#domain/ledger/plan.ts'
import { incident } from './incident.ts'

/** Money of an incident, one line per fact, never changed: a wrong line gets a reversal beside it. */
export const ledgerEntry = pgTable(
  'ledger_entry',
  {
    id: uuid().primaryKey(),
    /** The order in which lines were written. */
    seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    kind: text().$type<LedgerEntry['kind']>().notNull(),
    /** Hundredths of a yuan. */
    fen: bigint({ mode: 'number' }).notNull(),
    workers: integer(),
    source: text().$type<MoneySource>(),
    /** Of the voucher, bank slip or finding it rests on; masked. */
    reference: text().notNull(),
    reverses: uuid(),
    /** Day the money moved or the debt was established. */
    on: date().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    by: jsonb().$type<PersonView>().notNull(),
  },
  (t) => [index('ledger_of_incident').on(t.incidentId, t.seq)],
)

/** A signed promise to pay what is left in parts; a new one replaces the one before. */
export const repaymentPlan = pgTable(
  'repayment_plan',
  {
    id: uuid().primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    signedOn: date('signed_on').notNull(),
    /** 公证机构依法赋予强制执行效力 (annex 3, 司法局). */
    enforceable: boolean().notNull(),
    instalments: jsonb().$type<Instalment[]>().notNull(),
    /** Paid when it was signed; what came since fills its parts. */
    paidBeforeFen: bigint('paid_before_fen', { mode: 'number' }).notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    by: jsonb().$type<PersonView>().notNull(),
    replacedAt: timestamp('replaced_at', { withTimezone: true }),
    /** Due day of the latest part that was told of as missed. */
    missedOn: date('missed_on'),
    /** Day after which the next open part would be missed; null when all parts are paid or the plan was replaced. */
    nextDueOn: date('next_due_on'),
  },
  (t) => [index('plan_of_incident').on(t.incidentId), index('plan_next_due').on(t.nextDueOn)],
)
