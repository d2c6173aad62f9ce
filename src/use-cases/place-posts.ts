import { shanghaiDay } from '#domain/clock/shanghai.ts'
import type { CandidateIndex } from '#domain/incident/candidate-index.ts'
import type { JoinReason } from '#domain/incident/correlate.ts'
import type { WaitingPost } from '#store/posts.ts'
import type { Context } from './context.ts'
import { grownBy } from './join-post.ts'
import { matchIncident, type Story } from './match-incident.ts'
import { type Opened, openIncident } from './open-incident.ts'

/** A post, what it tells, and the moment it is looked at. */
export type Told = { context: Context; post: WaitingPost; story: Story }

export type Placed = Told & {
  incidentId: string
  reason: JoinReason
  /** Set when its text differs from those its incident holds. */
  bands: number[] | null
  /** The incident it opens; null when it joins one. */
  opened: Opened | null
}

/**
 * Where each post belongs, in their order: each is placed among the incidents as those before it left them, so that
 * many at once stand where they would have stood one by one.
 * @param dayCounts the last running number of each day on which an incident may be opened
 */
export function placePosts(index: CandidateIndex, told: Told[], dayCounts: Map<string, number>): Placed[] {
  return told.map((one) => {
    const { context, post, story } = one
    const { incidentId, reason, bands, linkedTo } = matchIncident(index, story, context.now)
    const joined = incidentId === null ? null : index.holderOf(incidentId)
    if (joined) {
      index.put(grownBy(joined, story.facts, post))
      if (bands) index.remember(joined.id, story.body, bands)
      return { ...one, incidentId: joined.id, reason, bands, opened: null }
    }
    const day = shanghaiDay(context.now)
    const dayCount = (dayCounts.get(day) ?? 0) + 1
    dayCounts.set(day, dayCount)
    const opened = openIncident(context, post, { linkedTo, dayCount })
    const { id } = opened.incident
    index.put(opened.incident)
    if (bands) index.remember(id, story.body, bands)
    return { ...one, incidentId: id, reason, bands, opened }
  })
}
