import type { LimitsInForce } from '#domain/clock/limits.ts'
import { seasonOn } from '#domain/clock/season.ts'
import { followProposal } from '#domain/grading/decision.ts'
import { type Grade, gradeOfReason, type Proposal, proposeGrade } from '#domain/grading/grade.ts'
import { isNearProtectedEvent } from '#domain/grading/protected-event.ts'
import type { GradeRules } from '#domain/grading/rules.ts'
import { isStated, type StatedFacts, withStated } from '#domain/grading/stated-facts.ts'
import { gradeFactsOf } from '#domain/incident/grade-facts.ts'
import type { Incident, IncidentFacts } from '#domain/incident/incident.ts'
import { routeSubjectOf } from '#domain/incident/route-subject.ts'
import { extendRoute, type RouteEntry, routeIncident } from '#domain/routing/route.ts'
import type { RouteLine } from '#domain/routing/route-tree.ts'
import { placeOf, territoryKeys } from '#store/gazetteer.ts'
import { duties, incidentRules } from '#store/incident-rules.ts'

export type Known = {
  now: Date
  sources: number
  official: boolean
  stated?: StatedFacts
  platforms?: number
}

/** The grade that follows from what is claimed and stated, and by how many. */
export function gradeOf(
  facts: IncidentFacts,
  { now, sources, official, stated = {}, platforms = 0 }: Known,
  rules: GradeRules = incidentRules().grades,
): Proposal {
  const read = { ...withStated(gradeFactsOf(facts), stated), platforms }
  return proposeGrade(
    read,
    {
      seasonLift: seasonOn(now, incidentRules().seasons)?.lift ?? 0,
      nearProtectedEvent: isNearProtectedEvent(placeOf(facts.placeCode), now, rules, placeOf),
      corroborated: official || sources > 1 || isStated(stated),
    },
    rules,
  )
}

/** What other rules make of an incident, beside what stands proposed. */
export function proposedAnew(
  incident: Incident,
  now: Date,
  rules: GradeRules,
): { before: Grade; after: Proposal; changed: boolean } {
  const { sources, official, statedFacts, platforms } = incident
  const known = { now, sources: sources.length, official, stated: statedFacts, platforms }
  const before = gradeOfReason(incident.gradeReason)
  const after = gradeOf(incident, known, rules)
  return { before, after, changed: after.grade !== before }
}

/** The grade of an incident whose facts have just changed, beside what a person said of it. */
export function gradeFollowing(
  incident: Incident,
  now: Date,
  { mayFall }: { mayFall: boolean },
): Pick<Incident, 'grade' | 'gradeReason'> {
  const { sources, official, statedFacts, platforms } = incident
  const known = { now, sources: sources.length, official, stated: statedFacts, platforms }
  return followProposal(incident, gradeOf(incident, known), mayFall)
}

/** Who must know of what is claimed, and why; `text` is looked through for words beside the names. */
export function routeOf(
  facts: IncidentFacts,
  told: { online: boolean; text: string },
  lines: readonly RouteLine[] = incidentRules().routes,
): RouteEntry[] {
  return routeIncident(routeSubjectOf(facts, told, territoryKeys(facts.placeCode)), lines, duties)
}

/** The route with those who must know now as well; who was told stays told. */
export function routeFollowing(incident: Incident, text: string): Pick<Incident, 'route' | 'routeEntries'> {
  const { online } = incident
  return routed(extendRoute(entriesOf(incident), routeOf(incident, { online, text })))
}

export function routed(routeEntries: RouteEntry[]): Pick<Incident, 'route' | 'routeEntries'> {
  return { route: routeEntries.map(({ agency }) => agency), routeEntries }
}

/** One entry for each agency on the route, also for those told before reasons were kept. */
export function entriesOf({ route, routeEntries }: Pick<Incident, 'route' | 'routeEntries'>): RouteEntry[] {
  return route.map(
    (agency) =>
      routeEntries.find((one) => one.agency === agency) ?? { agency, rule: 'earlier', kind: null, basis: '' },
  )
}

export function inSeason(now: Date): boolean {
  return seasonOn(now, incidentRules().seasons) !== null
}

/** What the clocks of an incident are counted by at this moment. */
export function limitsInForce(now: Date): LimitsInForce {
  return { inSeason: inSeason(now), limits: incidentRules().response.clocks }
}
