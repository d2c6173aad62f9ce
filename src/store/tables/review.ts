import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { FlagModelJson } from '#domain/flagging/classifier.ts'
import type { ModelComparison } from '#domain/review/compare-models.ts'
import type { RuleEdition } from '#domain/review/rule-edition.ts'
import type { Verdict } from '#domain/review/verdict.ts'

/** What a person said a doubtful post is; what the model learns from. It outlives the post by no more than 180 days. */
export const label = pgTable(
  'label',
  {
    /** Of the post that was judged, which may be gone. */
    postId: uuid('post_id').primaryKey(),
    sourceId: uuid('source_id').notNull(),
    verdict: text().$type<Verdict>().notNull(),
    /** 1 claims arrears, 0 does not. */
    taught: smallint().$type<0 | 1>().notNull(),
    /** Kept from training, to measure by. */
    heldBack: boolean('held_back').notNull(),
    /** Masked; null where the verdict says it is not about wages. */
    body: text(),
    headline: text(),
    score: real().notNull(),
    /** Rule features that are not 0, by name; null where no word of wages stands in the text. */
    rules: jsonb().$type<Record<string, number>>(),
    /** Hashed letters, of which the text cannot be read back. */
    buckets: jsonb().$type<number[]>(),
    bits: integer().notNull(),
    judgedAt: timestamp('judged_at', { withTimezone: true }).notNull(),
    judgedBy: jsonb('judged_by').$type<PersonView>().notNull(),
    /** Until then it can be taken back; then it is carried out. */
    settlesAt: timestamp('settles_at', { withTimezone: true }).notNull(),
    carriedOutAt: timestamp('carried_out_at', { withTimezone: true }),
    /** Where the post stood before, to stand there again when it is taken back. */
    stoodIn: text('stood_in', { enum: ['review', 'elsewhere'] }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('label_judged').on(t.judgedAt),
    index('label_to_carry_out').on(t.settlesAt).where(sql`${t.carriedOutAt} is null`),
    index('label_expires').on(t.expiresAt),
  ],
)

/** The office's own words, patterns and thresholds on top of the seed, one row per saved version; the seed is version 0. */
export const ruleSet = pgTable('rule_set', {
  version: integer().primaryKey().generatedAlwaysAsIdentity(),
  edition: jsonb().$type<RuleEdition>().notNull(),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  madeBy: jsonb('made_by').$type<PersonView>(),
  why: text().notNull(),
})

/** Weights trained here, with how they did beside those then in use; the seed's weights are version 0. */
export const flagModel = pgTable('flag_model', {
  version: integer().primaryKey().generatedAlwaysAsIdentity(),
  weights: jsonb().$type<FlagModelJson>().notNull(),
  comparison: jsonb().$type<ModelComparison>().notNull(),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  madeBy: jsonb('made_by').$type<PersonView>(),
})

/** Which rules and weights read posts, since when and by whom; the newest row holds, older ones are its history. */
export const readingChoice = pgTable('reading_choice', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ruleSetVersion: integer('rule_set_version').notNull(),
  modelVersion: integer('model_version').notNull(),
  chosenAt: timestamp('chosen_at', { withTimezone: true }).notNull(),
  chosenBy: jsonb('chosen_by').$type<PersonView>(),
  why: text().notNull(),
})
