import { and, asc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import type { ChannelKind } from '#domain/paging/channel-kind.ts'
import type { Database, Queryable, Transaction } from './database.ts'
import { channel, houseKey } from './tables/channel.ts'

export type ChannelRow = typeof channel.$inferSelect

/** Every gateway that has not been removed, oldest first. */
export async function listChannels(db: Queryable): Promise<ChannelRow[]> {
  return db
    .select()
    .from(channel)
    .where(isNull(channel.removedAt))
    .orderBy(asc(channel.createdAt), asc(channel.kind))
}

export async function channelById(db: Queryable, id: string): Promise<ChannelRow | null> {
  const [row] = await db
    .select()
    .from(channel)
    .where(and(eq(channel.id, id), isNull(channel.removedAt)))
  return row ?? null
}

export async function insertChannel(tx: Queryable, row: typeof channel.$inferInsert): Promise<void> {
  await tx.insert(channel).values(row)
}

export async function updateChannel(
  tx: Queryable,
  id: string,
  change: Partial<Omit<ChannelRow, 'id'>>,
): Promise<void> {
  await tx.update(channel).set(change).where(eq(channel.id, id))
}

/** The agency's own gateway of this kind, else the one everybody uses. */
export function gatewayFor(rows: ChannelRow[], kind: ChannelKind, agency: string | null): ChannelRow | null {
  const usable = rows.filter((one) => one.kind === kind && one.enabled)
  return (
    usable.find((one) => one.agency === agency && agency !== null) ??
    usable.find((one) => !one.agency) ??
    null
  )
}

/** A success is noted at most so often: the row is one for all senders of a gateway. */
const notedEveryMs = 5_000

/** What a gateway answered last, shown as its health. */
export async function noteHealth(
  tx: Transaction,
  id: string,
  { at, problem }: { at: Date; problem: string | null },
): Promise<void> {
  if (problem) {
    const failed = { lastFailedAt: at, lastProblem: problem, strikes: sql`${channel.strikes} + 1` }
    await tx.update(channel).set(failed).where(eq(channel.id, id))
    return
  }
  const since = new Date(at.getTime() - notedEveryMs)
  const unknown = or(gt(channel.strikes, 0), isNull(channel.lastHandedAt), lt(channel.lastHandedAt, since))
  await tx
    .update(channel)
    .set({ lastHandedAt: at, strikes: 0 })
    .where(and(eq(channel.id, id), unknown))
}

/** A key of the house, made once by whoever comes first. */
export async function ensureHouseKey(
  db: Database,
  name: string,
  make: () => Record<string, string>,
  now: Date,
): Promise<Record<string, string>> {
  const standing = await readHouseKey(db, name)
  if (standing) return standing
  await db.insert(houseKey).values({ name, value: make(), createdAt: now }).onConflictDoNothing()
  const made = await readHouseKey(db, name)
  if (!made) throw new Error(`the key ${name} could not be kept`)
  return made
}

export async function readHouseKey(db: Queryable, name: string): Promise<Record<string, string> | null> {
  const [row] = await db.select().from(houseKey).where(eq(houseKey.name, name))
  return row?.value ?? null
}

/** Replaces a key, such as the token of a feed that became known to too many. */
export async function replaceHouseKey(
  tx: Queryable,
  name: string,
  value: Record<string, string>,
  now: Date,
): Promise<void> {
  await tx
    .insert(houseKey)
    .values({ name, value, createdAt: now })
    .onConflictDoUpdate({ target: houseKey.name, set: { value, createdAt: now } })
}
