import { type Correlation, correlate, joinWindowMs } from '#domain/incident/correlate.ts'
import { factsOfPost } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import { joinCandidates } from '#store/incidents.ts'
import { bodiesOf, type PostRow } from '#store/posts.ts'

/** The open incident a post would join, by the rules posts are joined by; changes nothing. */
export async function matchIncident(
  tx: Transaction,
  post: Pick<PostRow, 'facts' | 'body'>,
  now: Date,
): Promise<Correlation> {
  const facts = factsOfPost(post.facts)
  const since = new Date(now.getTime() - joinWindowMs)
  const known = await joinCandidates(tx, { ...facts, since })
  const bodies = await bodiesOf(
    tx,
    known.map(({ id }) => id),
  )
  const candidates = known.map((one) => ({ ...one, closedAt: null, bodies: bodies.get(one.id) ?? [] }))
  return correlate({ facts, body: post.body }, candidates, now)
}
