import type { GradeFacts } from '#domain/grading/rules.ts'
import type { IncidentFacts } from './incident.ts'
import { isHospitalOrSchool, isPublicProject } from './sector.ts'

/** A gathering whose size nobody tells counts as the least that is graded (domain notes §3.2, grade Ⅳ). */
const gatheringOfUnknownSize = 5

/** Turns what is claimed into what the grade rules read; an unknown counts as nothing, except the size of a gathering. */
export function gradeFactsOf(facts: IncidentFacts): GradeFacts {
  const gathering = facts.collective.some((kind) => kind !== 'planned' && kind !== 'strike')
  const has = (...kinds: string[]) => kinds.some((kind) => facts.collective.includes(kind))
  return {
    gathered: gathering ? (facts.gathered?.min ?? gatheringOfUnknownSize) : 0,
    unpaid: facts.workers?.min ?? 0,
    owedYuan: facts.amountYuan?.min ?? 0,
    danger: facts.danger.length,
    ...unsaidByPosts,
    violence: facts.danger.includes('violence'),
    officeOrRoadBlocked: has('office', 'blocked_road'),
    gateBlockedOrBanner: has('blocked_gate', 'banner'),
    fled: facts.flight.some((kind) => kind === 'fled' || kind === 'assets_moved'),
    onProject: facts.project !== null,
    publicFunds: isPublicProject(facts),
    vulnerable: isHospitalOrSchool(facts),
  }
}

/** What only the world or an officer knows. */
const unsaidByPosts = {
  dead: 0,
  badlyHurt: 0,
  cities: 0,
  views: 0,
  reposts: 0,
  platforms: 0,
  arson: false,
  officeAttacked: false,
  mainRoadStopped: false,
  provincePetition: false,
  nationalOutlet: false,
  notsStir: false,
} as const
