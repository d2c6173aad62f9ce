import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, gte, max, sql } from 'drizzle-orm'
import type { Alert } from '#domain/alert/alert.ts'
import { hourOf } from '#domain/clock/shanghai.ts'
import type { StepClock } from '#domain/clock/step-clock.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { nameKeys } from '#domain/incident/same-name.ts'
import { anyOf } from './any-of.ts'
import type { Transaction } from './database.ts'
import { withdrawStep } from './incident-changes.ts'
import { type FullIncident, withParts } from './incidents.ts'
import { insertRows, updateRows, upsertRows } from './many-rows.ts'
import type { PostRow } from './posts.ts'
import { alert } from './tables/alert.ts'
import { incident, incidentHour } from './tables/incident.ts'
import { post } from './tables/post.ts'
import { source } from './tables/source.ts'
import { incidentStep } from './tables/step.ts'

/** What its agencies owe: to accept it, and the steps. */
export type Duties = { alerts: Alert[]; steps: StepClock[] }

/** In the time in which spread is judged: posts by hour, and public sources with their latest post. */
export type Heard = { hours: Map<number, number>; platforms: Map<string, Date> }

export type HeldIncident = { incident: FullIncident; heard: Heard }

export type JoinedPost = Pick<PostRow, 'id' | 'receivedAt' | 'bands'> & {
  incidentId: string
  joinReason: NonNullable<PostRow['joinReason']>
}

export type Decided = {
  /** As each stood, null when it has just been opened, and as it is to stand. */
  incidents: { before: FullIncident | null; after: FullIncident }[]
  /** With `bands` when the text differs from those its incident held, so that near ones find it. */
  posts: JoinedPost[]
}

/** Locks incidents against everybody who would change them, and reads what a further post may change. */
export async function holdIncidents(tx: Transaction, ids: string[], since: Date): Promise<HeldIncident[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select()
    .from(incident)
    .where(anyOf(incident.id, ids))
    .orderBy(asc(incident.id))
    .for('update')
  const [full, hours, platforms] = await Promise.all([
    withParts(tx, rows as Incident[]),
    hoursSince(tx, ids, since),
    platformsSince(tx, ids, since),
  ])
  return full.map((one) => ({
    incident: one,
    heard: { hours: hours.get(one.id) ?? new Map(), platforms: platforms.get(one.id) ?? new Map() },
  }))
}

/** Locks what is owed for some incidents; an acceptance under way is waited for, so that it is never overwritten. */
export async function lockDuties(tx: Transaction, ids: string[]): Promise<Duties> {
  if (ids.length === 0) return { alerts: [], steps: [] }
  const [alerts, steps] = await Promise.all([
    tx.select().from(alert).where(anyOf(alert.incidentId, ids)).orderBy(asc(alert.id)).for('update'),
    tx
      .select()
      .from(incidentStep)
      .where(anyOf(incidentStep.incidentId, ids))
      .orderBy(asc(incidentStep.incidentId), asc(incidentStep.step))
      .for('update'),
  ])
  return { alerts, steps }
}

/**
 * Locks the duties that are to change.
 * @returns whether they stand as they did when that was decided; if not, it is to be decided anew.
 */
export async function lockChangedDuties(tx: Transaction, { incidents }: Decided): Promise<boolean> {
  const changing = incidents.flatMap(({ before, after }) =>
    before &&
    (changed(after.alerts, before.alerts).length > 0 || changed(after.steps, before.steps).length > 0)
      ? [before]
      : [],
  )
  const locked = await lockDuties(
    tx,
    changing.map(({ id }) => id),
  )
  return (
    isDeepStrictEqual(
      inKeyOrder(
        changing.flatMap(({ alerts }) => alerts),
        ({ id }) => id,
      ),
      inKeyOrder(locked.alerts, ({ id }) => id),
    ) &&
    isDeepStrictEqual(
      inKeyOrder(
        changing.flatMap(({ steps }) => steps),
        stepKey,
      ),
      inKeyOrder(locked.steps, stepKey),
    )
  )
}

/** Writes duties whose rows are locked; those that are the same object as before are left alone. */
export async function saveDuties(
  tx: Transaction,
  changes: { before: Duties; after: Duties }[],
): Promise<void> {
  const held = new Set(changes.flatMap(({ before }) => before.alerts.map(({ id }) => id)))
  const alerts = changes.flatMap(({ before, after }) => changed(before.alerts, after.alerts))
  const steps = changes.flatMap(({ before, after }) => changed(before.steps, after.steps))
  await Promise.all([
    insertRows(
      tx,
      alert,
      alerts.filter(({ id }) => !held.has(id)),
    ),
    updateRows(
      tx,
      alert,
      alerts.filter(({ id }) => held.has(id)),
    ),
    upsertRows(tx, incidentStep, ['incident_id', 'step'], steps),
    ...changes.flatMap(({ before, after }) => goneSteps(before, after)).map((one) => withdrawStep(tx, one)),
  ])
}

/** Writes what was decided on incidents held or opened: a statement or two for each table, however many posts. */
export async function saveDecided(tx: Transaction, { incidents, posts }: Decided): Promise<void> {
  const rowOf = ({ after }: Decided['incidents'][number]) => ({ ...after, nameKeys: nameKeys(after) })
  const nothing: Duties = { alerts: [], steps: [] }
  await Promise.all([
    insertRows(tx, incident, incidents.filter(({ before }) => before === null).map(rowOf)),
    updateRows(tx, incident, incidents.filter(({ before }) => before !== null).map(rowOf)),
  ])
  // What refers to incidents comes after them.
  await Promise.all([
    saveDuties(
      tx,
      incidents.map(({ before, after }) => ({ before: before ?? nothing, after })),
    ),
    updateRows(
      tx,
      post,
      posts.map(({ receivedAt, ...joined }) => ({ ...joined, state: 'joined' as const })),
    ),
    countPosts(tx, posts),
  ])
}

const stepKey = ({ incidentId, step }: StepClock) => `${incidentId} ${step}`

function inKeyOrder<Row>(rows: Row[], keyOf: (row: Row) => string): Row[] {
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function goneSteps(before: Duties, after: Duties): StepClock[] {
  const left = new Set(after.steps.map(({ step }) => step))
  return before.steps.filter(({ step }) => !left.has(step))
}

function changed<Part>(before: Part[], after: Part[]): Part[] {
  const unchanged = new Set(before)
  return after.filter((part) => !unchanged.has(part))
}

async function hoursSince(
  tx: Transaction,
  ids: string[],
  since: Date,
): Promise<Map<string, Map<number, number>>> {
  const rows = await tx
    .select()
    .from(incidentHour)
    .where(and(anyOf(incidentHour.incidentId, ids), gte(incidentHour.hour, hourOf(since))))
  return nested(rows.map(({ incidentId, hour, posts }) => [incidentId, hour.getTime(), posts]))
}

async function platformsSince(
  tx: Transaction,
  ids: string[],
  since: Date,
): Promise<Map<string, Map<string, Date>>> {
  const rows = await tx
    .select({ id: post.incidentId, name: source.name, at: max(post.receivedAt) })
    .from(post)
    .innerJoin(source, eq(source.id, post.sourceId))
    .where(and(anyOf(post.incidentId, ids), eq(post.channel, 'online'), gte(post.receivedAt, since)))
    .groupBy(post.incidentId, source.name)
  return nested(rows.flatMap(({ id, name, at }) => (id && at ? [[id, name, at]] : [])))
}

function nested<Key, Value>(rows: [string, Key, Value][]): Map<string, Map<Key, Value>> {
  const outer = new Map<string, Map<Key, Value>>()
  for (const [id, key, value] of rows) outer.set(id, (outer.get(id) ?? new Map()).set(key, value))
  return outer
}

/** Counts posts for the hours they came in. */
async function countPosts(tx: Transaction, posts: JoinedPost[]): Promise<void> {
  const counts = new Map<string, typeof incidentHour.$inferInsert>()
  for (const { incidentId, receivedAt } of posts) {
    const hour = hourOf(receivedAt)
    const key = `${incidentId} ${hour.getTime()}`
    counts.set(key, { incidentId, hour, posts: (counts.get(key)?.posts ?? 0) + 1 })
  }
  await insertRows(
    tx,
    incidentHour,
    [...counts.values()],
    () => sql`on conflict (incident_id, hour) do update set posts = ${incidentHour}.posts + excluded.posts`,
  )
}
