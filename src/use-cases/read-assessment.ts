import type { AssessmentView, RouteEntryView } from '#contracts/grading.ts'
import { standingOf } from '#domain/grading/decision.ts'
import { gradeOfReason } from '#domain/grading/grade.ts'
import type { Stated, StatedFact } from '#domain/grading/stated-facts.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { RouteEntry } from '#domain/routing/route.ts'
import { allLines, type RouteLine } from '#domain/routing/route-tree.ts'
import { duties, incidentRules } from '#store/incident-rules.ts'
import { findIncident } from '#store/incidents.ts'
import { entriesOf } from './assess-incident.ts'
import type { Context } from './context.ts'

/** How an incident was graded and routed, on whose word and on which sentence. Refusals: no_such_incident, not_your_agency. */
export async function readAssessment(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<AssessmentView>> {
  const incident = await findIncident(context.db, incidentId)
  if (!incident) return refusal('no_such_incident')
  const allowed = may(context.actor, 'see_incident', { route: incident.route })
  if (!allowed.ok) return allowed
  const { grade, gradeReason, gradeDecision, statedFacts, dangerOver, route } = incident
  const stated = Object.entries(statedFacts) as [StatedFact, Stated][]
  return ok({
    grade,
    proposal: { grade: gradeOfReason(gradeReason), reason: gradeReason },
    decision: gradeDecision,
    standing: standingOf(incident),
    stated: stated.map(([fact, { value, by, at }]) => ({ fact, value, by, at })),
    dangerOver,
    route: entriesOf(incident).map((entry) => routeEntryViewOf(entry, incidentRules().routes)),
    others: othersThan(route),
  })
}

export function routeEntryViewOf(entry: RouteEntry, lines: readonly RouteLine[]): RouteEntryView {
  const { agency, rule, kind, basis, by = null, reason = null, at = null } = entry
  return {
    agency,
    rule,
    line: allLines(lines).find(({ id }) => id === rule)?.name ?? null,
    kind: kind && (duties.kinds[kind] ?? null),
    basis,
    by,
    reason,
    at,
  }
}

/** Every agency with a duty that is not on the route yet. */
function othersThan(route: readonly string[]): AssessmentView['others'] {
  const others = new Map<string, AssessmentView['others'][number]>()
  for (const [kind, byAgency] of Object.entries(duties.duties)) {
    for (const [agency, { basis }] of Object.entries(byAgency)) {
      if (route.includes(agency)) continue
      const known = others.get(agency) ?? { agency, duties: [] }
      others.set(agency, known)
      known.duties.push({ kind, name: duties.kinds[kind] ?? kind, basis })
    }
  }
  return [...others.values()]
}
