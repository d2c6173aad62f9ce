import type { RouteSubject } from '#domain/routing/route.ts'
import type { RouteSign } from '#domain/routing/route-tree.ts'
import type { IncidentFacts } from './incident.ts'
import { isPublicProject, sectorOf } from './sector.ts'

/** Kinds of gathering where people really stand somewhere. */
const onTheSpot: ReadonlySet<string> = new Set([
  'gathering',
  'banner',
  'blocked_gate',
  'blocked_road',
  'office',
])

/** Turns what is claimed into what the lines of the route look at. */
export function routeSubjectOf(
  facts: IncidentFacts,
  told: { online: boolean; text: string },
  territories: readonly string[],
): RouteSubject {
  const signs = new Set<RouteSign>()
  if (facts.danger.length > 0) signs.add('danger')
  if (facts.collective.some((kind) => onTheSpot.has(kind))) signs.add('gathering')
  if (facts.collective.includes('petition')) signs.add('petition')
  if (facts.flight.some((kind) => kind === 'fled' || kind === 'assets_moved')) signs.add('flight')
  if (told.online) signs.add('public_claim')
  if (isPublicProject(facts)) signs.add('public_funds')
  return {
    territories,
    placeCode: facts.placeCode,
    sector: sectorOf(facts),
    signs,
    workers: facts.workers?.min ?? 0,
    amountYuan: facts.amountYuan?.min ?? 0,
    text: `${facts.employer ?? ''} ${facts.project ?? ''} ${told.text}`,
  }
}
