import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { ReleaseView } from '#contracts/release.ts'
import type { PersonView } from '#contracts/views.ts'
import type { Release, ReleaseKind, Signature } from '#domain/release/release.ts'
import type { Queryable, Transaction } from './database.ts'
import { numberOf } from './incident-view.ts'
import { incident } from './tables/incident.ts'
import { release } from './tables/release.ts'

/** A request with what a screen names its incident by, and who may hear of it. */
export type RoutedRelease = { release: Release; about: ReleaseView['incident']; route: string[] }

export async function insertRelease(tx: Transaction, one: Release): Promise<void> {
  await tx.insert(release).values(one)
}

export async function saveRelease(tx: Transaction, { id, ...one }: Release): Promise<void> {
  await tx.update(release).set(one).where(eq(release.id, id))
}

/** The request of this kind that waits for the incident. */
export async function waitingRelease(
  db: Queryable,
  incidentId: string,
  kind: ReleaseKind,
): Promise<Release | null> {
  const [row] = await db
    .select()
    .from(release)
    .where(and(eq(release.incidentId, incidentId), eq(release.kind, kind), eq(release.state, 'waiting')))
  return row ?? null
}

/** Locks one request; a second officer waits here until the first has committed. */
export async function lockRelease(tx: Transaction, id: string): Promise<RoutedRelease | null> {
  const [row] = await routed(tx).where(eq(release.id, id)).for('update', { of: release })
  return row ? toRouted(row) : null
}

/** Locks requests that ran out, and broken glasses nobody has signed for in time; another sweeper skips them. */
export async function lockOverdueReleases(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<RoutedRelease[]> {
  const ranOut = and(eq(release.state, 'waiting'), lte(release.expiresAt, now))
  const unsigned = and(
    eq(release.state, 'broken'),
    isNull(release.countersigned),
    isNull(release.unsignedToldAt),
    lte(release.signBy, now),
  )
  const rows = await routed(tx)
    .where(or(ranOut, unsigned))
    .orderBy(asc(release.expiresAt))
    .limit(limit)
    .for('update', { of: release, skipLocked: true })
  return rows.map(toRouted)
}

/** What waits for a second person, and what this officer asked for since `since`; the newest first. */
export async function currentReleases(
  db: Queryable,
  { askedBy, since }: { askedBy: string; since: Date },
): Promise<RoutedRelease[]> {
  const unsigned = and(eq(release.state, 'broken'), isNull(release.countersigned))
  const own = and(sql`${release.asked} ->> 'userId' = ${askedBy}`, gte(release.expiresAt, since))
  const rows = await routed(db)
    .where(or(eq(release.state, 'waiting'), unsigned, own))
    .orderBy(desc(release.expiresAt))
    .limit(200)
  return rows.map(toRouted)
}

/** The requests of some kinds about one incident, the newest first. */
export async function releasesOf(
  db: Queryable,
  incidentId: string,
  kinds: readonly ReleaseKind[],
): Promise<Release[]> {
  return db
    .select()
    .from(release)
    .where(and(eq(release.incidentId, incidentId), inArray(release.kind, [...kinds])))
    .orderBy(desc(release.expiresAt))
}

/** How many requests of an incident wait for a second person, or for the signature that a broken glass owes. */
export async function openReleases(db: Queryable, incidentId: string): Promise<number> {
  const unsigned = and(eq(release.state, 'broken'), isNull(release.countersigned))
  return db.$count(
    release,
    and(eq(release.incidentId, incidentId), or(eq(release.state, 'waiting'), unsigned)),
  )
}

/** The request as it travels: no typed name, no payload. */
export function releaseViewOf({ release: one, about }: RoutedRelease): ReleaseView {
  const { id, kind, state, asked, decided, countersigned, countersignAgrees, version } = one
  return {
    ...{ id, kind, state, incident: about, version, countersignAgrees },
    askedBy: personOf(asked),
    askedAt: asked.at,
    reason: asked.reason,
    expiresAt: one.expiresAt.toISOString(),
    decidedBy: decided && personOf(decided),
    decidedAt: decided?.at ?? null,
    decisionReason: decided?.reason ?? null,
    signBy: one.signBy?.toISOString() ?? null,
    countersignedBy: countersigned && personOf(countersigned),
    countersignedAt: countersigned?.at ?? null,
  }
}

export function personOf({ post, agency }: Signature): PersonView {
  return { post, agency }
}

const named = {
  id: incident.id,
  openedDay: incident.openedDay,
  dayCount: incident.dayCount,
  headline: incident.headline,
  route: incident.route,
}

function routed(db: Queryable) {
  return db
    .select({ release, incident: named })
    .from(release)
    .innerJoin(incident, eq(incident.id, release.incidentId))
    .$dynamic()
}

function toRouted(row: {
  release: Release
  incident: { id: string; openedDay: string; dayCount: number; headline: string; route: string[] }
}): RoutedRelease {
  const { id, headline, route } = row.incident
  return { release: row.release, about: { id, number: numberOf(row.incident), headline }, route }
}
