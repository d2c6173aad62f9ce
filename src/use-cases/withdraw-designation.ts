import type { DesignationView } from '#contracts/track.ts'
import { withdraw } from '#domain/designation/designation.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { shortestReason } from '#domain/release/release.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { designationViewOf, saveDesignation } from '#store/designations.ts'
import type { Context } from './context.ts'
import { holdDesignation, tellDesignation } from './hold-designation.ts'

/**
 * Takes a heavy word back, by one official on the route, with a reason; what was said stays in the record.
 * Refusals: no_such_designation, not_your_agency, role_may_not, stale_version, already_withdrawn, reason_too_short { min }.
 */
export async function withdrawDesignation(
  context: Context,
  asked: { designationId: string; version: number; reason: string },
): Promise<Result<DesignationView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdDesignation(context, tx, asked)
    if (!held.ok) return held
    if (asked.reason.length < shortestReason) return refusal('reason_too_short', { min: shortestReason })
    const { designation, incident, by } = held.value
    const reason = maskPersonalData(asked.reason)
    const taken = withdraw(designation, { ...by, reason, at: context.now.toISOString() })
    if (!taken.ok) return taken
    await saveDesignation(tx, taken.value)
    await tellDesignation(context, tx, 'designation.withdrawn', taken.value, { route: incident.route, by })
    return ok(designationViewOf(taken.value))
  })
}
