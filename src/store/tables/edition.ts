import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { Season } from '#domain/clock/season.ts'
import type { Shift } from '#domain/clock/shifts.ts'
import type { GradeRules } from '#domain/grading/rules.ts'
import type { ResponseRules } from '#domain/response/response-rules.ts'
import type { RouteLine } from '#domain/routing/route-tree.ts'

/** Append-only: the newest row is in force, going back writes an earlier one anew; the product's own is version 0. */
const columns = {
  version: integer().primaryKey().generatedAlwaysAsIdentity(),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  madeBy: jsonb('made_by').$type<PersonView>(),
  why: text().notNull(),
  /** The version gone back to; null where it was edited. */
  wentBackTo: integer('went_back_to'),
}

/** What grades are proposed by. */
export const gradeEdition = pgTable('grade_edition', {
  ...columns,
  rules: jsonb().$type<GradeRules>().notNull(),
})

/** Whom incidents are routed to. */
export const routeEdition = pgTable('route_edition', {
  ...columns,
  rules: jsonb().$type<RouteLine[]>().notNull(),
})

/** When the shifts of a day begin and end, where nobody is rostered by other hours. */
export const shiftEdition = pgTable('shift_edition', {
  ...columns,
  rules: jsonb().$type<Shift[]>().notNull(),
})

/** The windows in which offices work jointly and grades rise. */
export const seasonEdition = pgTable('season_edition', {
  ...columns,
  rules: jsonb().$type<Season[]>().notNull(),
})

/** Hours of the daily report, and from where a case is supervised, handed to the police or called out en masse. */
export const responseEdition = pgTable('response_edition', {
  ...columns,
  rules: jsonb().$type<ResponseRules>().notNull(),
})
