import { sql } from 'drizzle-orm'
import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { Designation, DesignationKind, OfficialWord } from '#domain/designation/designation.ts'
import type { ClosingLine, ClosingOutcome } from '#domain/incident/may-close.ts'
import type { ReplyKind, ReplyState } from '#domain/reply/reply.ts'
import type { Cause, Comparison, Evidence, Outcome } from '#domain/verification/verification.ts'
import { incident } from './incident.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })
const ofIncident = () =>
  uuid('incident_id')
    .notNull()
    .references(() => incident.id)

/** 核实: what was found out, one row each time; never changed, the last one counts. */
export const factsVerification = pgTable(
  'facts_verification',
  {
    id: uuid().primaryKey(),
    incidentId: ofIncident(),
    round: integer().notNull(),
    outcome: text().$type<Outcome>().notNull(),
    employer: text(),
    workers: integer(),
    owedYuan: doublePrecision('owed_yuan'),
    paidYuan: doublePrecision('paid_yuan'),
    causes: text().array().$type<Cause[]>().notNull(),
    course: text().notNull(),
    comparisons: jsonb().$type<Comparison[]>().notNull(),
    nextStep: text('next_step'),
    nextTryAt: instant('next_try_at'),
    evidence: jsonb().$type<Evidence[]>().notNull(),
    at: instant('at').notNull(),
    by: jsonb().$type<PersonView>().notNull(),
  },
  (t) => [uniqueIndex('facts_verification_round').on(t.incidentId, t.round)],
)

/** 公开回应: a text, its two signatures (in `release`), and where it came before the public. */
export const reply = pgTable(
  'reply',
  {
    id: uuid().primaryKey(),
    incidentId: ofIncident(),
    kind: text().$type<ReplyKind>().notNull(),
    state: text().$type<ReplyState>().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    verificationId: uuid('verification_id').references(() => factsVerification.id),
    draftedAt: instant('drafted_at').notNull(),
    draftedBy: jsonb('drafted_by').$type<PersonView>().notNull(),
    place: text(),
    url: text(),
    publishedAt: instant('published_at'),
    recordedBy: jsonb('recorded_by').$type<PersonView>(),
    version: integer().notNull().default(1),
  },
  (t) => [index('reply_of_incident').on(t.incidentId, t.draftedAt)],
)

/** 定性: a heavy word that two named officials of two units have said; one at a time for an incident and kind. */
export const designation = pgTable(
  'designation',
  {
    id: uuid().primaryKey(),
    incidentId: ofIncident(),
    kind: text().$type<DesignationKind>().notNull(),
    state: text().$type<Designation['state']>().notNull(),
    first: jsonb().$type<OfficialWord>().notNull(),
    second: jsonb().$type<OfficialWord>(),
    withdrawn: jsonb().$type<NonNullable<Designation['withdrawn']>>(),
    version: integer().notNull().default(1),
  },
  (t) => [uniqueIndex('designation_standing').on(t.incidentId, t.kind).where(sql`${t.state} <> 'withdrawn'`)],
)

/** 结案: who closed an incident, why, and the checklist as it stood. */
export const incidentClosing = pgTable(
  'incident_closing',
  {
    id: uuid().primaryKey(),
    incidentId: ofIncident(),
    outcome: text().$type<ClosingOutcome>().notNull(),
    why: text().notNull(),
    checklist: jsonb().$type<ClosingLine[]>().notNull(),
    at: instant('at').notNull(),
    by: jsonb().$type<PersonView>().notNull(),
  },
  (t) => [index('closing_of_incident').on(t.incidentId, t.at)],
)
