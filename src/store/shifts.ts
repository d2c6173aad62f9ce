import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Shift } from '#domain/clock/shifts.ts'
import type { Turn } from '#domain/roster/turn.ts'
import seed from '#seeds/shifts.json' with { type: 'json' }
import type { Queryable, Transaction } from './database.ts'
import { editionInForce } from './editions.ts'
import { rosterChange, rosterTurn } from './tables/roster.ts'

/** The turns of duty the product comes with. */
export const seedShifts: readonly Shift[] = seed.shifts

export type RosterChangeRow = typeof rosterChange.$inferSelect

/** The hours of a shift where nobody is rostered. */
export async function dutyHours(db: Queryable): Promise<readonly Shift[]> {
  return (await editionInForce(db, 'shifts'))?.rules ?? seedShifts
}

/** Turns that stand and touch the time between two instants. */
export async function turnsBetween(db: Queryable, from: Date, to: Date): Promise<Turn[]> {
  return db
    .select(columns)
    .from(rosterTurn)
    .where(and(isNull(rosterTurn.endedIn), gt(rosterTurn.endsAt, from), lt(rosterTurn.startsAt, to)))
    .orderBy(asc(rosterTurn.startsAt))
}

/** Who of these agencies is on at an instant; all agencies where none are named. */
export async function turnsAt(db: Queryable, at: Date): Promise<Turn[]> {
  return db
    .select(columns)
    .from(rosterTurn)
    .where(and(isNull(rosterTurn.endedIn), lte(rosterTurn.startsAt, at), gt(rosterTurn.endsAt, at)))
}

/** One saving of the roster at a time, so that none overwrites what it has not seen. */
export async function lockRoster(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7231221)`)
}

/** The last saving that changed this agency's day after a version somebody saw; null when it stands as seen. */
export async function changeSince(
  tx: Transaction,
  { agency, day }: Pick<Turn, 'agency' | 'day'>,
  version: number,
): Promise<RosterChangeRow | null> {
  const [row] = await tx
    .select({ change: rosterChange })
    .from(rosterChange)
    .innerJoin(
      rosterTurn,
      or(eq(rosterTurn.addedIn, rosterChange.version), eq(rosterTurn.endedIn, rosterChange.version)),
    )
    .where(and(eq(rosterTurn.agency, agency), eq(rosterTurn.day, day), gt(rosterChange.version, version)))
    .orderBy(desc(rosterChange.version))
    .limit(1)
  return row?.change ?? null
}

/** Standing turns of one agency on one day of the roster. */
export async function turnsOfDay(
  tx: Queryable,
  { agency, day }: Pick<Turn, 'agency' | 'day'>,
): Promise<Turn[]> {
  return tx
    .select(columns)
    .from(rosterTurn)
    .where(and(eq(rosterTurn.agency, agency), eq(rosterTurn.day, day), isNull(rosterTurn.endedIn)))
}

export async function insertRosterChange(
  tx: Transaction,
  row: Omit<RosterChangeRow, 'version'>,
): Promise<number> {
  const [written] = await tx.insert(rosterChange).values(row).returning({ version: rosterChange.version })
  if (!written) throw new Error('a change of the roster was not written')
  return written.version
}

export async function writeTurns(
  tx: Transaction,
  version: number,
  { ended, added }: { ended: string[]; added: Turn[] },
): Promise<void> {
  if (ended.length > 0)
    await tx.update(rosterTurn).set({ endedIn: version }).where(inArray(rosterTurn.id, ended))
  if (added.length > 0) await tx.insert(rosterTurn).values(added.map((one) => ({ ...one, addedIn: version })))
}

/** What was changed in the roster, newest first. */
export async function rosterChanges(db: Queryable, limit: number): Promise<RosterChangeRow[]> {
  return db.select().from(rosterChange).orderBy(desc(rosterChange.version)).limit(limit)
}

/** Standing turns from a day of the roster on, to another. */
export async function turnsOfDays(db: Queryable, first: string, last: string): Promise<Turn[]> {
  return db
    .select(columns)
    .from(rosterTurn)
    .where(and(isNull(rosterTurn.endedIn), gte(rosterTurn.day, first), lte(rosterTurn.day, last)))
    .orderBy(asc(rosterTurn.startsAt))
}

const { id, agency, day, startsAt, endsAt, dutyId, substituteId } = rosterTurn
const columns = { id, agency, day, startsAt, endsAt, dutyId, substituteId }
