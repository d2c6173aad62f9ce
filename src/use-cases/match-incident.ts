import {
  type Candidate,
  type Correlation,
  correlate,
  linkWindowMs,
  namedJoinWindowMs,
} from '#domain/incident/correlate.ts'
import { factsOfPost, type Incident, type IncidentFacts } from '#domain/incident/incident.ts'
import { bandsOf, signatureOf } from '#domain/incident/near-duplicate/signature.ts'
import { isToldDifferently } from '#domain/incident/nearness.ts'
import { nameKeys, textKeys } from '#domain/incident/same-name.ts'
import type { Queryable, Transaction } from '#store/database.ts'
import { holderOf, joinCandidates } from '#store/join-candidates.ts'
import { bodiesOf, type PostRow } from '#store/posts.ts'

export type Match = Correlation & {
  /** Near-duplicate keys of the post's text, when the incident does not yet hold one like it. */
  bands: number[] | null
}

/** The incident a post would join, by the rules posts are joined by; changes nothing. */
export async function matchIncident(
  tx: Transaction,
  post: Pick<PostRow, 'facts' | 'body'>,
  now: Date,
): Promise<Match> {
  const facts = factsOfPost(post.facts)
  const bands = bandsOf(signatureOf(post.body))
  const candidates = await candidatesFor(tx, facts, [post.body], bands, now)
  const answer = correlate({ facts, body: post.body }, candidates, now)
  if (!answer.incidentId) return { ...answer, bands }
  const found = candidates.find(({ id }) => id === answer.incidentId)
  const known = found?.bodies ?? []
  const holder = found?.mergedInto ? await holderOf(tx, answer.incidentId) : null
  return {
    ...answer,
    incidentId: holder?.id ?? answer.incidentId,
    bands: isToldDifferently(post.body, known) ? bands : null,
  }
}

/** Incidents a story could belong to; one merged away stands with the state of the incident that holds its posts. */
export async function candidatesFor(
  db: Queryable,
  facts: IncidentFacts,
  bodies: string[],
  bands: number[],
  now: Date,
): Promise<(Candidate & Pick<Incident, 'mergedInto'>)[]> {
  const known = await joinCandidates(db, {
    placeCode: facts.placeCode,
    names: [...new Set([...nameKeys(facts), ...bodies.flatMap(textKeys)])],
    bands,
    openSince: new Date(now.getTime() - namedJoinWindowMs),
    resolvedSince: new Date(now.getTime() - linkWindowMs),
  })
  const texts = await bodiesOf(
    db,
    known.map(({ id }) => id),
  )
  return Promise.all(
    known.map(async (one) => ({ ...one, ...(await stateOf(db, one)), bodies: texts.get(one.id) ?? [] })),
  )
}

async function stateOf(db: Queryable, one: Incident): Promise<Pick<Incident, 'closedAt' | 'lastPostAt'>> {
  const holder = one.mergedInto ? await holderOf(db, one.id) : one
  return { closedAt: holder?.closedAt ?? null, lastPostAt: holder?.lastPostAt ?? one.lastPostAt }
}
