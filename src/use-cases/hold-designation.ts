import type { PersonView } from '#contracts/views.ts'
import type { Designation, DesignationGround, OfficialWord } from '#domain/designation/designation.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Queryable, Transaction } from '#store/database.ts'
import { lockDesignation } from '#store/designations.ts'
import { record } from '#store/event-log.ts'
import type { Context } from './context.ts'
import { lockedIncident } from './locked-incident.ts'
import { standingFacts } from './standing-facts.ts'

export type HeldDesignation = { designation: Designation; incident: Incident; by: PersonView }

/** The word, locked, for an official on the route; refusals: no_such_designation, not_your_agency, role_may_not, stale_version. */
export async function holdDesignation(
  context: Context,
  tx: Transaction,
  { designationId, version }: { designationId: string; version: number },
): Promise<Result<HeldDesignation>> {
  const designation = await lockDesignation(tx, designationId)
  if (!designation) return refusal('no_such_designation')
  const held = await lockedIncident(context, tx, designation.incidentId, 'designate')
  if (!held.ok) return held
  return designation.version === version ? ok({ designation, ...held.value }) : refusal('stale_version')
}

/** What the rule looks at. */
export async function groundOf(
  { now }: Context,
  db: Queryable,
  incident: Incident,
): Promise<DesignationGround> {
  const { history, settled } = await standingFacts(db, incident, now)
  return { history, settled: settled !== null }
}

/** The official's own word, by name. */
export function wordOf(
  { actor, now }: Context,
  { signedName, evidence }: { signedName: string; evidence: string },
): Result<OfficialWord> {
  if (actor.kind !== 'person') return refusal('role_may_not')
  const { id: userId, post, agency } = actor
  const word = { userId, post, agency, name: signedName, evidence: maskPersonalData(evidence) }
  return ok({ ...word, at: now.toISOString() })
}

/** Tells that it was said, set or taken back; neither name nor evidence travels. */
export async function tellDesignation(
  { now }: Context,
  tx: Transaction,
  name: 'designation.proposed' | 'designation.set' | 'designation.withdrawn',
  { id, kind, state, withdrawn, incidentId }: Designation,
  { route, by }: { route: string[]; by: PersonView },
): Promise<void> {
  const data = { designation: { id, kind, state }, reason: withdrawn?.reason ?? null, by }
  await record(tx, [{ name, data, incidentId, route }], { at: now, actor: by })
}
