import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
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
import type { GradeReasonView, GradeView, PersonView, RangeView } from '#contracts/views.ts'
import type { GradeDecision } from '#domain/grading/decision.ts'
import type { StatedFacts } from '#domain/grading/stated-facts.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { RouteEntry } from '#domain/routing/route.ts'

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
    gathered: jsonb().$type<RangeView>(),
    amountYuan: jsonb('amount_yuan').$type<RangeView>(),
    months: jsonb().$type<RangeView>(),
    danger: text().array().notNull(),
    collective: text().array().notNull(),
    flight: text().array().notNull(),
    grade: text().$type<GradeView>().notNull(),
    gradeReason: jsonb('grade_reason').$type<GradeReasonView>().notNull(),
    /** What a person said of the grade; null while nobody has. */
    gradeDecision: jsonb('grade_decision').$type<GradeDecision>(),
    statedFacts: jsonb('stated_facts').$type<StatedFacts>().notNull().default({}),
    /** Most public platforms within two hours. */
    platforms: integer().notNull().default(0),
    /** What the verification that counts found, beside what is claimed. */
    verified: jsonb().$type<NonNullable<Incident['verified']>>(),
    dangerOver: jsonb('danger_over').$type<NonNullable<Incident['dangerOver']>>(),
    state: text({ enum: ['open', 'closed'] }).notNull(),
    postCount: integer('post_count').notNull(),
    sources: text().array().notNull(),
    online: boolean().notNull(),
    /** True once an official line (12345, 110, grid, a person) reports it too. */
    official: boolean().notNull(),
    /** Keys of the agencies that must know; nobody else sees more than counts. */
    route: text().array().notNull(),
    /** Why each of them must know, with the sentence its duty rests on. */
    routeEntries: jsonb('route_entries').$type<RouteEntry[]>().notNull().default([]),
    firstSeenAt: timestamp('first_seen_at', { withTimezone: true }).notNull(),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    lastPostAt: timestamp('last_post_at', { withTimezone: true }).notNull(),
    /** When it was resolved; null while open, when merged away, and for what a drill cleared from its stage. */
    closedAt: timestamp('closed_at', { withTimezone: true }),
    /** The incident that holds its posts since officers found the two to be one event. */
    mergedInto: uuid('merged_into').references((): AnyPgColumn => incident.id),
    /** A resolved incident of long ago about the same employer or site. */
    linkedTo: uuid('linked_to').references((): AnyPgColumn => incident.id),
    /** Parts of its employer's and site's names by which a further post finds it; derived, rebuildable. */
    nameKeys: text('name_keys').array().notNull().default(sql`'{}'::text[]`),
    /** 0 ordinary, 1 spreading, 2 spreading fast, 3 spreading very fast; never falls. */
    spreadLevel: integer('spread_level').notNull().default(0),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('incident_number').on(t.openedDay, t.dayCount),
    index('incident_open_recent').on(t.lastPostAt).where(sql`${t.state} = 'open'`),
    index('incident_opened').on(t.openedAt),
    index('incident_place').on(t.placeCode, t.lastPostAt),
    index('incident_names').using('gin', t.nameKeys),
  ],
)

/** How many posts joined an incident in each hour, so that growth is known without counting them. */
export const incidentHour = pgTable(
  'incident_hour',
  {
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    hour: timestamp({ withTimezone: true }).notNull(),
    posts: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.incidentId, t.hour] })],
)

/** A merge or a split made by hand, with all that is needed to take it back. */
export const incidentChange = pgTable(
  'incident_change',
  {
    id: uuid().primaryKey(),
    kind: text({ enum: ['merge', 'split'] }).notNull(),
    /** The incident that goes on: it took the other's posts in, or gave some away. */
    stayedId: uuid('stayed_id')
      .notNull()
      .references(() => incident.id),
    /** The incident merged away, or split off. */
    otherId: uuid('other_id')
      .notNull()
      .references(() => incident.id),
    at: timestamp({ withTimezone: true }).notNull(),
    by: jsonb().$type<PersonView>().notNull(),
    before: jsonb().$type<IncidentsBefore>().notNull(),
    undoneAt: timestamp('undone_at', { withTimezone: true }),
  },
  (t) => [index('incident_change_stayed').on(t.stayedId)],
)

/** Rows as they stood before a change; instants as ISO 8601. */
export type IncidentsBefore = {
  incidents: Record<string, unknown>[]
  alerts: Record<string, unknown>[]
  steps: Record<string, unknown>[]
  /** Versions of the incidents right after the change, by id. */
  versionsAfter: Record<string, number>
  postIds: string[]
}
