import type { Foresight } from '#contracts/review.ts'
import { acceptanceDue } from '#domain/clock/limits.ts'
import { seasonOn } from '#domain/clock/season.ts'
import { proposeGrade } from '#domain/grading/grade.ts'
import { defaultLimits } from '#domain/grading/rules.ts'
import { gradeFactsOf } from '#domain/incident/grade-facts.ts'
import { factsOfPost } from '#domain/incident/incident.ts'
import { sectorOf } from '#domain/incident/sector.ts'
import { routeIncident } from '#domain/routing/route.ts'
import { territoryKeys } from '#store/gazetteer.ts'
import type { PostRow } from '#store/posts.ts'
import { seasons } from '#store/seasons.ts'

/** What a post would bring about by itself, were it a claim; told before anybody presses. */
export function foreseeIncident(
  post: Pick<PostRow, 'facts' | 'channel'>,
  now: Date,
): Omit<Foresight, 'joins'> {
  const facts = factsOfPost(post.facts)
  const { grade, reason } = proposeGrade(
    gradeFactsOf(facts),
    { seasonLift: seasonOn(now, seasons)?.lift ?? 0, corroborated: post.channel !== 'online' },
    defaultLimits,
  )
  const route = routeIncident({
    territories: territoryKeys(facts.placeCode),
    danger: facts.danger.length > 0,
    gathering: facts.collective.length > 0,
    sector: sectorOf(facts),
  })
  return {
    grade,
    gradeReason: reason,
    route: route.map(({ agency }) => agency),
    acceptSeconds: acceptanceDue(grade, now).limitSeconds,
  }
}
