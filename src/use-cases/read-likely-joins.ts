import type { LikelyJoinView } from '#contracts/incident-detail.ts'
import { reasonOf, weigh } from '#domain/incident/correlate.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { incidentViewOf } from '#store/incident-view.ts'
import { findIncident, fullIncident } from '#store/incidents.ts'
import { bodiesOf } from '#store/posts.ts'
import type { Context } from './context.ts'
import { gatherCandidates, storyTold } from './match-incident.ts'

const most = 8

/**
 * Open incidents that may tell of the same event, the likeliest first, each with what agrees and what forbids it.
 * Refusals: no_such_incident, not_your_agency, role_may_not.
 */
export async function readLikelyJoins(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<LikelyJoinView[]>> {
  const { db, actor, now } = context
  const incident = await findIncident(db, incidentId)
  if (!incident) return refusal('no_such_incident')
  const allowed = may(actor, 'regroup_posts', { routes: [incident.route] })
  if (!allowed.ok) return allowed
  const bodies = (await bodiesOf(db, [incidentId])).get(incidentId) ?? []
  const story = storyTold(incident, bodies)
  const known = (await gatherCandidates(db, [story], now)).find(story.keys)
  const others = known.filter(({ id, closedAt }) => id !== incidentId && closedAt === null)
  const likely: LikelyJoinView[] = []
  for (const { candidate, signs, points, veto } of weigh(story, others)) {
    if (points <= 0 || likely.length === most) break
    const full = await fullIncident(db, candidate.id)
    if (full.state !== 'open' || !may(actor, 'regroup_posts', { routes: [full.route] }).ok) continue
    likely.push({ incident: incidentViewOf(full), points, veto, reason: reasonOf({ signs, points }) })
  }
  return ok(likely)
}
