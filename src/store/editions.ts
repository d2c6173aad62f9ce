import { desc, eq, sql } from 'drizzle-orm'
import type { PersonView } from '#contracts/views.ts'
import type { Season } from '#domain/clock/season.ts'
import type { Shift } from '#domain/clock/shifts.ts'
import type { GradeRules } from '#domain/grading/rules.ts'
import type { ResponseRules } from '#domain/response/response-rules.ts'
import type { RouteLine } from '#domain/routing/route-tree.ts'
import type { Queryable, Transaction } from './database.ts'
import { gradeEdition, responseEdition, routeEdition, seasonEdition, shiftEdition } from './tables/edition.ts'

/** What the office edits by versions, and what each holds. */
export type EditionOf = {
  grades: GradeRules
  routes: RouteLine[]
  shifts: Shift[]
  seasons: Season[]
  response: ResponseRules
}
export type EditionName = keyof EditionOf

export type Edition<Name extends EditionName> = {
  version: number
  rules: EditionOf[Name]
  madeAt: Date
  madeBy: PersonView | null
  why: string
  wentBackTo: number | null
}

/** One change at a time, so that none is overwritten unseen. */
const locks = {
  grades: 7_231_211,
  routes: 7_231_212,
  shifts: 7_231_213,
  seasons: 7_231_214,
  response: 7_231_215,
} as const

export async function lockEditions(tx: Transaction, name: EditionName): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${locks[name]})`)
}

/** Null while the product's own is in force. */
export async function editionInForce<Name extends EditionName>(
  db: Queryable,
  name: Name,
): Promise<Edition<Name> | null> {
  const table = tableOf(name)
  const [row] = await db.select().from(table).orderBy(desc(table.version)).limit(1)
  return (row as unknown as Edition<Name> | undefined) ?? null
}

export async function editionOf<Name extends EditionName>(
  db: Queryable,
  name: Name,
  version: number,
): Promise<Edition<Name> | null> {
  const table = tableOf(name)
  const [row] = await db.select().from(table).where(eq(table.version, version))
  return (row as unknown as Edition<Name> | undefined) ?? null
}

/** Newest first. */
export async function listEditions<Name extends EditionName>(
  db: Queryable,
  name: Name,
): Promise<Omit<Edition<Name>, 'rules'>[]> {
  const { version, madeAt, madeBy, why, wentBackTo } = tableOf(name)
  return db
    .select({ version, madeAt, madeBy, why, wentBackTo })
    .from(tableOf(name))
    .orderBy(desc(version))
    .limit(50)
}

export async function insertEdition<Name extends EditionName>(
  tx: Transaction,
  name: Name,
  edition: Omit<Edition<Name>, 'version'>,
): Promise<number> {
  const table = tableOf(name)
  const [row] = await tx
    .insert(table)
    .values(edition as typeof gradeEdition.$inferInsert)
    .returning({ version: table.version })
  if (!row) throw new Error(`an edition of ${name} was not written`)
  return row.version
}

/** All have the same columns but for what `rules` holds. */
function tableOf(name: EditionName): typeof gradeEdition {
  return tables[name] as unknown as typeof gradeEdition
}

const tables = {
  grades: gradeEdition,
  routes: routeEdition,
  shifts: shiftEdition,
  seasons: seasonEdition,
  response: responseEdition,
} as const
