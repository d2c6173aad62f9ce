import { and, asc, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { agencyOfRung, type ContactRung, contactRungs } from '#domain/contact/contact-rung.ts'
import type { Queryable, Transaction } from './database.ts'
import { user } from './tables/auth.ts'
import { contact, contactTest, pushSubscription } from './tables/contact.ts'

export type ContactRow = typeof contact.$inferSelect
export type ContactTestRow = typeof contactTest.$inferSelect

/** A post that stands on a rung, with what it can be reached by. */
export type RungHolder = ContactRow & {
  /** The account of the post; null when it has none or the account is disabled. */
  username: string | null
}

/**
 * Whoever stands on these rungs for this agency: the office and the group's leader are the same for all of them.
 * Empty when the book names nobody.
 */
export async function rungHolders(
  tx: Queryable,
  agency: string,
  rungs: readonly ContactRung[],
): Promise<RungHolder[]> {
  const found: RungHolder[] = []
  for (const one of rungs) {
    const of = agencyOfRung(one, agency)
    found.push(
      ...(await holders(
        tx,
        and(eq(contact.rung, one), of ? eq(contact.agency, of) : isNull(contact.agency)),
      )),
    )
  }
  return found
}

/** True when a rung's holder has any address, or an account whose screen shows the page. */
export function isReachable({ username, addresses }: Pick<RungHolder, 'username' | 'addresses'>): boolean {
  return username !== null || Object.values(addresses).some(Boolean)
}

/** One post of the book with its account; null when it was removed. */
export async function contactById(tx: Queryable, id: string): Promise<RungHolder | null> {
  const [row] = await holders(tx, eq(contact.id, id))
  return row ?? null
}

/** The posts of one account, such as a duty officer who also substitutes. */
export async function contactsOfUser(tx: Queryable, userId: string): Promise<RungHolder[]> {
  return holders(tx, eq(contact.userId, userId))
}

/** Every post of one agency, in the order of the book. */
export async function contactsOfAgency(tx: Queryable, agency: string): Promise<RungHolder[]> {
  return holders(tx, eq(contact.agency, agency))
}

/** The whole book, in the order of agencies' keys and rungs. */
export async function listContacts(tx: Queryable): Promise<RungHolder[]> {
  const rows = await holders(tx)
  const place = ({ rung, position }: ContactRow) => contactRungs.indexOf(rung) * 1_000 + position
  return rows.sort((one, other) => place(one) - place(other))
}

/** Holds the row until commit; null when it was removed. */
export async function lockContact(tx: Transaction, id: string): Promise<ContactRow | null> {
  const [row] = await tx
    .select()
    .from(contact)
    .where(and(eq(contact.id, id), isNull(contact.removedAt)))
    .for('update')
  return row ?? null
}

export async function insertContact(tx: Queryable, row: typeof contact.$inferInsert): Promise<void> {
  await tx.insert(contact).values(row)
}

export async function updateContact(
  tx: Queryable,
  id: string,
  change: Partial<Omit<ContactRow, 'id'>>,
): Promise<void> {
  await tx.update(contact).set(change).where(eq(contact.id, id))
}

export async function insertContactTest(tx: Queryable, row: typeof contactTest.$inferInsert): Promise<void> {
  await tx.insert(contactTest).values(row)
}

/** The latest test calls of these contacts, newest first. */
export async function latestTests(
  tx: Queryable,
  contactIds: string[],
  limit = 500,
): Promise<ContactTestRow[]> {
  if (contactIds.length === 0) return []
  return tx
    .select()
    .from(contactTest)
    .where(inArray(contactTest.contactId, contactIds))
    .orderBy(desc(contactTest.at))
    .limit(limit)
}

export type PushSubscription = typeof pushSubscription.$inferSelect

/** The browser's newest keys replace those it had. */
export async function savePushSubscription(tx: Queryable, row: PushSubscription): Promise<void> {
  const { userId, p256dh, auth } = row
  await tx
    .insert(pushSubscription)
    .values(row)
    .onConflictDoUpdate({ target: pushSubscription.endpoint, set: { userId, p256dh, auth } })
}

/** Without a user: whoever it belonged to, the browser no longer knows it. */
export async function removePushSubscription(
  tx: Queryable,
  endpoint: string,
  userId: string | null,
): Promise<void> {
  const it = eq(pushSubscription.endpoint, endpoint)
  await tx.delete(pushSubscription).where(userId ? and(it, eq(pushSubscription.userId, userId)) : it)
}

export async function pushSubscriptionsOf(tx: Queryable, userId: string): Promise<PushSubscription[]> {
  return tx
    .select()
    .from(pushSubscription)
    .where(eq(pushSubscription.userId, userId))
    .orderBy(asc(pushSubscription.createdAt))
}

async function holders(tx: Queryable, where?: SQL): Promise<RungHolder[]> {
  const rows = await tx
    .select({ contact, username: user.username })
    .from(contact)
    .leftJoin(user, and(eq(user.id, contact.userId), isNull(user.disabledAt)))
    .where(and(isNull(contact.removedAt), where))
    .orderBy(asc(contact.position), asc(contact.createdAt))
  return rows.map((row) => ({ ...row.contact, username: row.username }))
}
