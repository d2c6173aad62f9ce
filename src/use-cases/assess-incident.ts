import { seasonOn } from '#domain/clock/season.ts'
import { proposeGrade } from '#domain/grading/grade.ts'
import { defaultLimits } from '#domain/grading/rules.ts'
import { gradeFactsOf } from '#domain/incident/grade-facts.ts'
import type { IncidentFacts } from '#domain/incident/incident.ts'
import { sectorOf } from '#domain/incident/sector.ts'
import { routeIncident } from '#domain/routing/route.ts'
import { territoryKeys } from '#store/gazetteer.ts'
import { seasons } from '#store/seasons.ts'

/** The grade that follows from what is claimed, and by how many. */
export function gradeOf(facts: IncidentFacts, known: { now: Date; sources: number; official: boolean }) {
  return proposeGrade(
    gradeFactsOf(facts),
    {
      seasonLift: seasonOn(known.now, seasons)?.lift ?? 0,
      corroborated: known.official || known.sources > 1,
    },
    defaultLimits,
  )
}

/** Keys of the agencies that must know of what is claimed. */
export function routeOf(facts: IncidentFacts): string[] {
  return routeIncident({
    territories: territoryKeys(facts.placeCode),
    danger: facts.danger.length > 0,
    gathering: facts.collective.length > 0,
    sector: sectorOf(facts),
  }).map(({ agency }) => agency)
}

export function inSeason(now: Date): boolean {
  return seasonOn(now, seasons) !== null
}
