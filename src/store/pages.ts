import { and, asc, desc, eq, inArray, like, lte, type SQL, sql } from 'drizzle-orm'
import type { ChannelKind } from '#domain/paging/channel-kind.ts'
import type { Urgency } from '#domain/paging/urgency.ts'
import type { Queryable, Transaction } from './database.ts'
import { alert } from './tables/alert.ts'
import { contact } from './tables/contact.ts'
import { incident } from './tables/incident.ts'
import { logCursor, message, page } from './tables/page.ts'

export type PageRow = typeof page.$inferSelect
export type MessageRow = typeof message.$inferSelect
export type ContactOfPage = typeof contact.$inferSelect

/** Locks where a reader of the log stands; another process of the same reader waits here. */
export async function lockCursor(tx: Transaction, reader: string): Promise<number> {
  await tx.insert(logCursor).values({ reader, eventId: 0 }).onConflictDoNothing()
  const [row] = await tx.select().from(logCursor).where(eq(logCursor.reader, reader)).for('update')
  return row?.eventId ?? 0
}

export async function moveCursor(tx: Transaction, reader: string, eventId: number): Promise<void> {
  await tx.update(logCursor).set({ eventId }).where(eq(logCursor.reader, reader))
}

/** A house that begins to page does not call anybody for what happened before. */
export async function startCursor(db: Queryable, reader: string, eventId: number): Promise<void> {
  await db.insert(logCursor).values({ reader, eventId }).onConflictDoNothing()
}

/** Pages whose key is new; a person already called for the same occasion is called no second time. */
export async function insertPages(tx: Transaction, rows: (typeof page.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(page).values(rows).onConflictDoNothing({ target: page.key })
}

/** Whom open pages of this incident call. */
export async function contactsCalled(tx: Transaction, incidentId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ id: page.contactId })
    .from(page)
    .where(and(eq(page.incidentId, incidentId), eq(page.state, 'open')))
  return new Set(rows.map(({ id }) => id))
}

/** What a storm has added since: one number on each page, no further call. */
export async function countPosts(tx: Transaction, incidentId: string, posts: number): Promise<void> {
  await tx
    .update(page)
    .set({ posts })
    .where(and(eq(page.incidentId, incidentId), eq(page.state, 'open')))
}

/** Begins the open pages of an incident again with graver rules; what was sent already has its key and is sent no second time. */
export async function hastenPages(
  tx: Transaction,
  incidentId: string,
  { urgency, softer, now }: { urgency: Urgency; softer: Urgency[]; now: Date },
): Promise<void> {
  if (softer.length === 0) return
  await tx
    .update(page)
    .set({ urgency, step: 0, nextTryAt: now })
    .where(and(eq(page.incidentId, incidentId), eq(page.state, 'open'), inArray(page.urgency, softer)))
}

/** Ends the open pages of an alert or an incident and their waiting messages; their keys become free for a later round. */
export async function stopPages(
  tx: Transaction,
  of: { alertId: string } | { incidentId: string } | { subject: string },
  at: Date,
): Promise<void> {
  const which: SQL =
    'alertId' in of
      ? eq(page.alertId, of.alertId)
      : 'subject' in of
        ? like(page.key, `${of.subject}/%`)
        : eq(page.incidentId, of.incidentId)
  const stopped = await tx
    .update(page)
    .set({
      state: 'stopped',
      nextTryAt: null,
      endedAt: at,
      key: sql`${page.key} || '#' || ${page.id}`,
    })
    .where(and(which, inArray(page.state, ['open', 'unreachable'])))
    .returning({ id: page.id })
  if (stopped.length === 0) return
  await tx
    .update(message)
    .set({ state: 'stopped', nextTryAt: null, leasedUntil: null })
    .where(
      and(
        inArray(
          message.pageId,
          stopped.map(({ id }) => id),
        ),
        eq(message.state, 'waiting'),
      ),
    )
}

export type DuePage = { page: PageRow; contact: ContactOfPage }

/** Locks pages whose next try has come; another notifier skips them. */
export async function lockDuePages(tx: Transaction, now: Date, limit: number): Promise<DuePage[]> {
  return tx
    .select({ page, contact })
    .from(page)
    .innerJoin(contact, eq(contact.id, page.contactId))
    .where(and(lte(page.nextTryAt, now), eq(page.state, 'open')))
    .orderBy(asc(page.nextTryAt))
    .limit(limit)
    .for('update', { of: page, skipLocked: true })
}

export async function updatePage(tx: Transaction, id: string, change: Partial<PageRow>): Promise<void> {
  await tx.update(page).set(change).where(eq(page.id, id))
}

/** The same page and channel is written once; one that still waits, for the morning perhaps, is brought forward. */
export async function insertMessage(tx: Transaction, row: typeof message.$inferInsert): Promise<void> {
  await tx
    .insert(message)
    .values(row)
    .onConflictDoUpdate({
      target: message.key,
      set: { nextTryAt: sql`least(${message.nextTryAt}, excluded.next_try_at)` },
      setWhere: eq(message.state, 'waiting'),
    })
}

/** A gateway, or a kind that needs none; messages of one lane share its limits. */
const laneOf = sql<string>`coalesce(${message.channelId}::text, ${message.payload} ->> 'webhookId', ${message.kind})`

/** Lanes that have messages whose time has come. */
export async function dueLanes(tx: Queryable, now: Date): Promise<{ lane: string; kind: ChannelKind }[]> {
  return tx
    .selectDistinct({ lane: laneOf, kind: message.kind })
    .from(message)
    .where(and(eq(message.state, 'waiting'), lte(message.nextTryAt, now)))
}

/**
 * Takes messages of a lane until `until`: a lease that ran out, because its holder is gone, is due again.
 * Another process that would lease from the same lane waits until this one has committed.
 */
export async function leaseMessages(
  tx: Transaction,
  { lane, now, until, limit }: { lane: string; now: Date; until: Date; limit: number },
): Promise<MessageRow[]> {
  const due = await tx
    .select()
    .from(message)
    .where(and(eq(message.state, 'waiting'), lte(message.nextTryAt, now), sql`${laneOf} = ${lane}`))
    .orderBy(asc(message.nextTryAt))
    .limit(limit)
    .for('update', { skipLocked: true })
  if (due.length === 0) return []
  const ids = due.map(({ id }) => id)
  await tx
    .update(message)
    .set({ leasedUntil: until, nextTryAt: until, lastTriedAt: now, attempts: sql`${message.attempts} + 1` })
    .where(inArray(message.id, ids))
  return due.map((one) => ({ ...one, attempts: one.attempts + 1, leasedUntil: until, lastTriedAt: now }))
}

/** One process at a time counts and takes what a lane may still send this minute. */
export async function lockLane(tx: Transaction, lane: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`lane ${lane}`}))`)
}

/** How many messages a channel was given since an instant. */
export async function triedSince(tx: Transaction, channelId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(message)
    .where(and(eq(message.channelId, channelId), sql`${message.lastTriedAt} > ${since.toISOString()}`))
  return row?.count ?? 0
}

export async function lockMessage(tx: Transaction, id: string): Promise<MessageRow | null> {
  const [row] = await tx.select().from(message).where(eq(message.id, id)).for('update')
  return row ?? null
}

export async function updateMessage(tx: Transaction, id: string, change: Partial<MessageRow>): Promise<void> {
  await tx.update(message).set(change).where(eq(message.id, id))
}

/** A page with its contact; also of posts removed since, so that an old link is answered. */
export async function pageById(tx: Queryable, id: string): Promise<DuePage | null> {
  const [row] = await tx
    .select({ page, contact })
    .from(page)
    .innerJoin(contact, eq(contact.id, page.contactId))
    .where(eq(page.id, id))
  return row ?? null
}

/** Pages a reply's code may mean, newest first. */
export async function pagesByCode(tx: Queryable, code: string): Promise<DuePage[]> {
  return tx
    .select({ page, contact })
    .from(page)
    .innerJoin(contact, eq(contact.id, page.contactId))
    .where(eq(page.code, code))
    .orderBy(desc(page.beganAt))
    .limit(20)
}

/** Codes in use, which a new page may not have. */
export async function openCodes(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.select({ code: page.code }).from(page).where(eq(page.state, 'open'))
  return new Set(rows.map(({ code }) => code))
}

export async function messagesOfPage(tx: Queryable, pageIds: string[]): Promise<MessageRow[]> {
  if (pageIds.length === 0) return []
  return tx.select().from(message).where(inArray(message.pageId, pageIds)).orderBy(asc(message.createdAt))
}

/** All calls about an incident, newest first. */
export async function pagesOfIncident(tx: Queryable, incidentId: string): Promise<DuePage[]> {
  return tx
    .select({ page, contact })
    .from(page)
    .innerJoin(contact, eq(contact.id, page.contactId))
    .where(eq(page.incidentId, incidentId))
    .orderBy(desc(page.beganAt), asc(contact.position))
    .limit(200)
}

/** The officer's own list, newest first. */
export async function noticesOf(
  tx: Queryable,
  userId: string,
  limit: number,
): Promise<{ message: MessageRow; page: PageRow }[]> {
  return tx
    .select({ message, page })
    .from(message)
    .innerJoin(page, eq(page.id, message.pageId))
    .innerJoin(contact, eq(contact.id, page.contactId))
    .where(and(eq(contact.userId, userId), eq(message.kind, 'in_app'), eq(message.state, 'handed')))
    .orderBy(desc(message.handedAt))
    .limit(limit)
}

export async function markNoticesSeen(tx: Queryable, ids: string[], at: Date): Promise<void> {
  if (ids.length > 0) await tx.update(message).set({ seenAt: at }).where(inArray(message.id, ids))
}

export type Ground = Pick<
  typeof incident.$inferSelect,
  | 'id'
  | 'openedDay'
  | 'dayCount'
  | 'headline'
  | 'placeCode'
  | 'grade'
  | 'danger'
  | 'dangerOver'
  | 'workers'
  | 'amountYuan'
  | 'postCount'
  | 'route'
  | 'state'
>

/** What a call about an incident is written from. */
export async function groundsOf(tx: Queryable, incidentIds: string[]): Promise<Map<string, Ground>> {
  if (incidentIds.length === 0) return new Map()
  const rows = await tx
    .select({
      id: incident.id,
      openedDay: incident.openedDay,
      dayCount: incident.dayCount,
      headline: incident.headline,
      placeCode: incident.placeCode,
      grade: incident.grade,
      danger: incident.danger,
      dangerOver: incident.dangerOver,
      workers: incident.workers,
      amountYuan: incident.amountYuan,
      postCount: incident.postCount,
      route: incident.route,
      state: incident.state,
    })
    .from(incident)
    .where(inArray(incident.id, incidentIds))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The alert a page asks for, as it stands. */
export async function alertOfPage(tx: Queryable, alertId: string): Promise<typeof alert.$inferSelect | null> {
  const [row] = await tx.select().from(alert).where(eq(alert.id, alertId))
  return row ?? null
}
