import type { IncidentView, PersonView } from '#contracts/views.ts'
import { type StatedFact, type StatedFacts, statedCounts } from '#domain/grading/stated-facts.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { gradeFollowing, routeFollowing } from './assess-incident.ts'
import type { Context } from './context.ts'
import { holdOpenIncident } from './hold-open-incident.ts'
import { saveAssessed } from './save-assessed.ts'

type Said = { fact: StatedFact; value: number | boolean | null }

/**
 * An officer states a fact of the incident (dead or hurt, people counted on site, a minor …) or takes it back; the
 * grade is proposed anew. Refusals: no_such_incident, not_open, fact_not_understood, not_your_agency, role_may_not.
 */
export async function stateFact(
  context: Context,
  { incidentId, fact, value }: { incidentId: string } & Said,
): Promise<Result<IncidentView>> {
  const counted = (statedCounts as readonly string[]).includes(fact)
  if (value !== null && counted !== (typeof value === 'number')) return refusal('fact_not_understood')
  return context.db.transaction(async (tx) => {
    const held = await holdOpenIncident(context, tx, incidentId, 'state_facts')
    if (!held.ok) return held
    const { before, by } = held.value
    const stated = withFact(before, { fact, value }, by, context.now)
    const graded = { ...stated, ...gradeFollowing(stated, context.now, { mayFall: true }) }
    const changed = { ...graded, ...routeFollowing(graded, '') }
    const { incident, follows } = await saveAssessed(context, tx, before, changed)
    const about = { incidentId, route: changed.route }
    const { grade, gradeReason } = changed
    const regraded = { incident, from: before.grade, to: grade, rule: gradeReason.rule }
    await record(
      tx,
      [
        { ...about, name: 'incident.fact_stated', data: { incident, fact, value, by } },
        ...(grade === before.grade ? [] : [{ ...about, name: 'incident.regraded' as const, data: regraded }]),
        ...follows,
      ],
      { at: context.now, actor: by },
    )
    return ok(incident)
  })
}

function withFact(before: Incident, { fact, value }: Said, by: PersonView, now: Date): Incident {
  const { [fact]: _, ...others } = before.statedFacts
  const entry = value === null ? {} : { [fact]: { value, by, at: now.toISOString() } }
  const statedFacts: StatedFacts = { ...others, ...entry }
  if (fact !== 'danger') return { ...before, statedFacts }
  const told = before.danger.filter((kind) => kind !== 'stated')
  if (value !== true) return { ...before, statedFacts, danger: told }
  return { ...before, statedFacts, danger: [...told, 'stated'], dangerOver: null }
}
