import {
  bigint,
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
import type { PersonView } from '#contracts/views.ts'
import type { DailyFigures } from '#domain/report/daily-figures.ts'
import type { UnitCounts, UnitDay } from '#domain/report/zero-report.ts'
import { agency } from './agency.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })
const seq = (name: string) => bigint(name, { mode: 'number' })

/** 日报: one for each day, never changed; a correction is a further edition beside it. */
export const dailyReport = pgTable(
  'daily_report',
  {
    id: uuid().primaryKey(),
    /** The day in Shanghai that it closes. */
    day: date().notNull(),
    edition: integer().notNull(),
    madeAt: instant('made_at').notNull(),
    /** It tells of the events after `from_seq` up to `until_seq`: none between two reports is lost or told twice. */
    fromSeq: seq('from_seq').notNull(),
    fromAt: instant('from_at').notNull(),
    untilSeq: seq('until_seq').notNull(),
    untilAt: instant('until_at').notNull(),
    /** The chain head as it was when the figures were read. */
    headSeq: seq('head_seq').notNull(),
    headHash: text('head_hash').notNull(),
    headAt: instant('head_at'),
    season: text(),
    figures: jsonb().$type<DailyFigures>().notNull(),
    /** Empty on a day on which no unit was asked. */
    units: jsonb().$type<UnitDay[]>().notNull(),
    /** Why there is a further edition. */
    reason: text(),
    /** Null when the day's close made it. */
    by: jsonb().$type<PersonView>(),
    /** SHA-256 over all of the above as canonical JSON; the event `report.made` carries it. */
    digest: text().notNull(),
  },
  (t) => [uniqueIndex('daily_report_edition').on(t.day, t.edition)],
)

/** 零报告: what a unit's duty officer said of its day; said anew is a further row, and the last one counts. */
export const zeroReport = pgTable(
  'zero_report',
  {
    id: uuid().primaryKey(),
    day: date().notNull(),
    agency: text()
      .notNull()
      .references(() => agency.key),
    zero: boolean().notNull(),
    /** What stood on the screen when it was said. */
    counts: jsonb().$type<UnitCounts>().notNull(),
    silentSources: integer('silent_sources').notNull(),
    /** Masked. */
    note: text(),
    late: boolean().notNull(),
    at: instant('at').notNull(),
    by: jsonb().$type<PersonView>().notNull(),
  },
  (t) => [index('zero_report_of_day').on(t.day, t.at)],
)

/** That the units of a day were called, once for each level. */
export const zeroReminder = pgTable(
  'zero_reminder',
  {
    day: date().notNull(),
    level: integer().notNull(),
    agencies: text().array().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.level] })],
)
