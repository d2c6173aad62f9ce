import type { DesignationView } from '#contracts/track.ts'
import { type Designation, type DesignationKind, mayDesignate } from '#domain/designation/designation.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { designationViewOf, insertDesignation, standingDesignation } from '#store/designations.ts'
import type { Context } from './context.ts'
import { groundOf, tellDesignation, wordOf } from './hold-designation.ts'
import { lockedIncident } from './locked-incident.ts'

/**
 * One named official says 恶意造谣 or 恶意讨薪, with evidence; it counts for nothing until a second of another unit says
 * so too. The software deletes nothing and reports nobody.
 * Refusals: no_such_incident, not_your_agency, role_may_not, already_proposed { who }, not_verified_untrue,
 * needs_two_units_verified, arrears_first.
 */
export async function proposeDesignation(
  context: Context,
  asked: { incidentId: string; kind: DesignationKind; signedName: string; evidence: string },
): Promise<Result<DesignationView>> {
  return context.db.transaction(async (tx) => {
    const held = await lockedIncident(context, tx, asked.incidentId, 'designate')
    if (!held.ok) return held
    const { incident, by } = held.value
    const known = await standingDesignation(tx, incident.id, asked.kind)
    if (known) return refusal('already_proposed', { who: known.first.post })
    const ground = mayDesignate(asked.kind, await groundOf(context, tx, incident))
    if (!ground.ok) return ground
    const first = wordOf(context, asked)
    if (!first.ok) return first
    const designation: Designation = {
      ...{ id: context.newId(), incidentId: incident.id, kind: asked.kind, state: 'proposed' },
      ...{ first: first.value, second: null, withdrawn: null, version: 1 },
    }
    await insertDesignation(tx, designation)
    await tellDesignation(context, tx, 'designation.proposed', designation, { route: incident.route, by })
    return ok(designationViewOf(designation))
  })
}
