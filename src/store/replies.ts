import { asc, eq, sql } from 'drizzle-orm'
import type { ReplyView } from '#contracts/track.ts'
import type { Release } from '#domain/release/release.ts'
import type { Reply } from '#domain/reply/reply.ts'
import type { Queryable, Transaction } from './database.ts'
import { withMerged } from './handled-incident.ts'
import { reply } from './tables/track.ts'

export async function insertReply(tx: Transaction, one: Reply): Promise<void> {
  await tx.insert(reply).values(one)
}

export async function saveReply(tx: Transaction, { id, incidentId, ...one }: Reply): Promise<void> {
  await tx.update(reply).set(one).where(eq(reply.id, id))
}

export async function findReply(db: Queryable, id: string): Promise<Reply | null> {
  const [row] = await db.select().from(reply).where(eq(reply.id, id))
  return row ?? null
}

/** Locks one text; a second officer waits here until the first has committed. */
export async function lockReply(tx: Transaction, id: string): Promise<Reply | null> {
  const [row] = await tx.select().from(reply).where(eq(reply.id, id)).for('update')
  return row ?? null
}

/** Every text about an incident and those merged into it, in the order they were drafted. */
export async function repliesOf(db: Queryable, incidentId: string): Promise<Reply[]> {
  return db
    .select()
    .from(reply)
    .where(sql`${reply.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(asc(reply.draftedAt))
}

/** The text with the request that lets it go; signatures are those of a request that was not refused. */
export function replyViewOf({ incidentId, ...one }: Reply, releases: readonly Release[]): ReplyView {
  const release = releases.find(({ payload }) => payload.replyId === one.id) ?? null
  return {
    ...one,
    draftedAt: one.draftedAt.toISOString(),
    publishedAt: one.publishedAt?.toISOString() ?? null,
    release: release && {
      ...{ id: release.id, state: release.state, version: release.version },
      reason: release.decided?.reason ?? release.asked.reason,
      expiresAt: release.expiresAt.toISOString(),
    },
    signatures: release ? signaturesOf(release) : [],
  }
}

/** Those whose name stands under the text now: the asker, the second person, and who signed afterwards. */
function signaturesOf({
  state,
  asked,
  decided,
  countersigned,
  countersignAgrees,
}: Release): ReplyView['signatures'] {
  if (state !== 'waiting' && state !== 'approved' && state !== 'broken') return []
  const second = state === 'approved' ? decided : countersignAgrees ? countersigned : null
  return [asked, second].flatMap((one) =>
    one ? [{ agency: one.agency, post: one.post, name: one.name, at: one.at }] : [],
  )
}
