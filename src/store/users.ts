import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Posting } from '#domain/account.ts'
import type { Person } from '#domain/permission.ts'
import type { Queryable, Transaction } from './database.ts'
import { account, session, user } from './tables/auth.ts'

export type UserRow = typeof user.$inferSelect

export type NewUser = Posting & {
  id: string
  username: string
  /** Null for an account that cannot sign in with a password. */
  passwordHash: string | null
  mustChangePassword: boolean
}

/** False when the user name is taken, by whichever of two writers came first. */
export async function insertUser(tx: Transaction, fresh: NewUser, now: Date): Promise<boolean> {
  const { passwordHash, ...fields } = fresh
  const written = await tx
    .insert(user)
    .values({
      ...fields,
      name: fields.post,
      username: fields.username.toLowerCase(),
      displayUsername: fields.username,
      email: `${fields.username.toLowerCase()}@anxin.invalid`,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: user.id })
  if (written.length === 0) return false
  if (passwordHash !== null) await insertPassword(tx, fields.id, passwordHash, now)
  return true
}

export async function listUsers(db: Queryable): Promise<UserRow[]> {
  return db.select().from(user).orderBy(asc(user.username))
}

export async function userById(db: Queryable, id: string): Promise<UserRow | null> {
  const [row] = await db.select().from(user).where(eq(user.id, id))
  return row ?? null
}

export async function userByName(db: Queryable, username: string): Promise<UserRow | null> {
  const [row] = await db.select().from(user).where(eq(user.username, username.toLowerCase()))
  return row ?? null
}

/** Holds the row until commit, so that two changes of one account follow each other. */
export async function lockUser(tx: Transaction, id: string): Promise<UserRow | null> {
  const [row] = await tx.select().from(user).where(eq(user.id, id)).for('update')
  return row ?? null
}

/** Holds every active administrator's row until commit, so that two cannot disable each other at once. */
export async function lockAdministrators(tx: Transaction): Promise<string[]> {
  const rows = await tx
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.role, 'admin'), isNull(user.disabledAt)))
    .orderBy(asc(user.id))
    .for('update')
  return rows.map((row) => row.id)
}

export async function updateUser(
  tx: Transaction,
  id: string,
  change: Partial<Posting> & { disabledAt?: Date | null; mustChangePassword?: boolean },
  now: Date,
): Promise<void> {
  const name = change.post === undefined ? {} : { name: change.post }
  await tx
    .update(user)
    .set({ ...change, ...name, updatedAt: now })
    .where(eq(user.id, id))
}

export async function passwordHashOf(db: Queryable, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ password: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
  return row?.password ?? null
}

export async function replacePassword(
  tx: Transaction,
  userId: string,
  hash: string,
  now: Date,
): Promise<void> {
  const changed = await tx
    .update(account)
    .set({ password: hash, updatedAt: now })
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
    .returning({ id: account.id })
  if (changed.length === 0) await insertPassword(tx, userId, hash, now)
}

/** Signs the user out everywhere, except on the one device `keepToken` names. */
export async function endSessions(db: Queryable, userId: string, keepToken: string | null): Promise<void> {
  const mine = eq(session.userId, userId)
  await db.delete(session).where(keepToken === null ? mine : and(mine, ne(session.token, keepToken)))
}

export async function extendSession(db: Queryable, sessionId: string, until: Date): Promise<void> {
  await db.update(session).set({ expiresAt: until }).where(eq(session.id, sessionId))
}

/** Is there anyone who can sign in and let others in? */
export async function anyAdministrator(db: Queryable): Promise<boolean> {
  const [row] = await db
    .select({ one: sql`1` })
    .from(user)
    .innerJoin(account, and(eq(account.userId, user.id), eq(account.providerId, 'credential')))
    .where(and(eq(user.role, 'admin'), isNull(user.disabledAt)))
    .limit(1)
  return row !== undefined
}

export function toPerson(row: UserRow): Person {
  const { id, username, post, role, agency, territory } = row
  return { kind: 'person', id, username, post, role, agency, territory }
}

/** One credential per account, so the user's id serves as its id too. */
async function insertPassword(tx: Transaction, userId: string, hash: string, now: Date): Promise<void> {
  await tx.insert(account).values({
    id: userId,
    userId,
    accountId: userId,
    providerId: 'credential',
    password: hash,
    createdAt: now,
    updatedAt: now,
  })
}
