import type { GradeFacts } from '#domain/grading/rules.ts'
import type { IncidentFacts } from './incident.ts'
import { isPublicProject } from './sector.ts'

/** A gathering whose size nobody tells counts as the least that is graded (domain notes §3.2, grade Ⅳ). */
const gatheringOfUnknownSize = 5

/** Turns what is claimed into what the grade rules read; an unknown counts as nothing, except the size of a gathering. */
export function gradeFactsOf(facts: IncidentFacts): GradeFacts {
  const gathering = facts.collective.some((kind) => kind !== 'planned' && kind !== 'strike')
  const has = (...kinds: string[]) => kinds.some((kind) => facts.collective.includes(kind))
  return {
    gathered: gathering ? (facts.workers?.min ?? gatheringOfUnknownSize) : 0,
    unpaid: facts.workers?.min ?? 0,
    owedYuan: facts.amountYuan?.min ?? 0,
    danger: facts.danger.length,
    violence: facts.danger.includes('violence'),
    officeOrRoadBlocked: has('office', 'blocked_road'),
    gateBlockedOrBanner: has('blocked_gate', 'banner'),
    fled: facts.flight.some((kind) => kind === 'fled' || kind === 'assets_moved'),
    onProject: facts.project !== null,
    publicFunds: isPublicProject(facts),
  }
}
