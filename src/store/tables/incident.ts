import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { GradeReasonView, GradeView, PersonView, RangeView, StepName } from '#contracts/views.ts'

export const incident = pgTable(
  'incident',
  {
    id: uuid().primaryKey(),
    /** Day in Asia/Shanghai and the day's running count make the public number 1123-07. */
    openedDay: date('opened_day').notNull(),
    dayCount: integer('day_count').notNull(),
    headline: text().notNull(),
    placeCode: text('place_code'),
    employer: text(),
    project: text(),
    workers: jsonb().$type<RangeView>(),
    amountYuan: jsonb('amount_yuan').$type<RangeView>(),
    months: jsonb().$type<RangeView>(),
    danger: text().array().notNull(),
    collective: text().array().notNull(),
    flight: text().array().notNull(),
    grade: text().$type<GradeView>().notNull(),
    gradeReason: jsonb('grade_reason').$type<GradeReasonView>().notNull(),
    state: text({ enum: ['open', 'closed'] }).notNull(),
    postCount: integer('post_count').notNull(),
    sources: text().array().notNull(),
    online: boolean().notNull(),
    /** True once an official line (12345, 110, grid, a person) reports it too. */
    official: boolean().notNull(),
    /** Keys of the agencies that must know; nobody else sees more than counts. */
    route: text().array().notNull(),
    firstSeenAt: timestamp('first_seen_at', { withTimezone: true }).notNull(),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    lastPostAt: timestamp('last_post_at', { withTimezone: true }).notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('incident_number').on(t.openedDay, t.dayCount),
    index('incident_open_recent').on(t.lastPostAt).where(sql`${t.state} = 'open'`),
    index('incident_opened').on(t.openedAt),
  ],
)

/** The incident's own clocks: 到场, 首次回应, 核实, 付清或签订计划. */
export const incidentStep = pgTable(
  'incident_step',
  {
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    step: text().$type<StepName>().notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    doneAt: timestamp('done_at', { withTimezone: true }),
    doneBy: jsonb('done_by').$type<PersonView>(),
    note: text(),
  },
  (t) => [primaryKey({ columns: [t.incidentId, t.step] })],
)
