import { integer, pgTable, text } from 'drizzle-orm/pg-core'

/** The member units and territories of the leading group, and other parties with a duty; seeded, then edited by the office. */
export const agency = pgTable('agency', {
  key: text().primaryKey(),
  name: text().notNull(),
  short: text().notNull(),
  letter: text().notNull(),
  kind: text({ enum: ['first_line', 'member', 'territory', 'party'] }).notNull(),
  firstLine: integer('first_line'),
  /** Gazetteer code of the county or zone a territory stands for. */
  placeCode: text('place_code'),
  position: integer().notNull(),
})
