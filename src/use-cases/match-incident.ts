import { CandidateIndex, type StoryKeys } from '#domain/incident/candidate-index.ts'
import {
  type Correlation,
  correlate,
  linkWindowMs,
  namedJoinWindowMs,
  type Subject,
} from '#domain/incident/correlate.ts'
import { factsOfPost, type IncidentFacts } from '#domain/incident/incident.ts'
import { bandsOf, signatureOf } from '#domain/incident/near-duplicate/signature.ts'
import { isToldDifferently } from '#domain/incident/nearness.ts'
import { nameKeys, textKeys } from '#domain/incident/same-name.ts'
import type { Queryable } from '#store/database.ts'
import { neighbourCodes } from '#store/gazetteer.ts'
import { joinCandidates } from '#store/join-candidates.ts'
import type { PostRow } from '#store/posts.ts'

/** What is told, and what the incidents it may belong to are found by. */
export type Story = Subject & { keys: StoryKeys }

export type Match = Correlation & {
  /** Near-duplicate keys of the post's text, when the incident does not yet hold one like it. */
  bands: number[] | null
}

export function storyOf({ facts, body }: Pick<PostRow, 'facts' | 'body'>): Story {
  return storyTold(factsOfPost(facts), [body])
}

/** One event as several texts tell it; the first of them is compared. */
export function storyTold(facts: IncidentFacts, bodies: readonly string[]): Story {
  const keys = {
    placeCodes: neighbourCodes(facts.placeCode),
    names: [...new Set([...nameKeys(facts), ...bodies.flatMap(textKeys)])],
    bands: bodies.flatMap((body) => bandsOf(signatureOf(body))),
  }
  return { facts, body: bodies[0] ?? '', keys }
}

/** The incidents some stories may belong to, read at once; changes nothing. */
export async function gatherCandidates(db: Queryable, stories: Story[], now: Date): Promise<CandidateIndex> {
  const since = {
    open: new Date(now.getTime() - namedJoinWindowMs),
    resolved: new Date(now.getTime() - linkWindowMs),
  }
  return new CandidateIndex(
    await joinCandidates(
      db,
      stories.map(({ keys }) => keys),
      since,
    ),
  )
}

/** The incident a story would join among those gathered for it, by the rules posts are joined by. */
export function matchIncident(index: CandidateIndex, story: Story, now: Date): Match {
  const answer = correlate(story, index.find(story.keys), now)
  const { bands } = story.keys
  if (!answer.incidentId) return { ...answer, bands }
  return {
    ...answer,
    incidentId: index.holderOf(answer.incidentId)?.id ?? answer.incidentId,
    bands: isToldDifferently(story.body, index.bodiesOf(answer.incidentId)) ? bands : null,
  }
}
