import type { DesignationView } from '#contracts/track.ts'
import { mayDesignate, secondWord } from '#domain/designation/designation.ts'
import { ok, type Result } from '#domain/result.ts'
import { designationViewOf, saveDesignation } from '#store/designations.ts'
import type { Context } from './context.ts'
import { groundOf, holdDesignation, tellDesignation, wordOf } from './hold-designation.ts'

/**
 * The second named official, of another unit and with evidence of the own, says so too: the word is set.
 * Refusals: as for proposing, and no_such_designation, stale_version, already_set { who }, already_withdrawn, own_request,
 * other_unit_needed.
 */
export async function confirmDesignation(
  context: Context,
  asked: { designationId: string; version: number; signedName: string; evidence: string },
): Promise<Result<DesignationView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdDesignation(context, tx, asked)
    if (!held.ok) return held
    const { designation, incident, by } = held.value
    const word = wordOf(context, asked)
    if (!word.ok) return word
    const set = secondWord(designation, word.value)
    if (!set.ok) return set
    const ground = mayDesignate(designation.kind, await groundOf(context, tx, incident))
    if (!ground.ok) return ground
    await saveDesignation(tx, set.value)
    await tellDesignation(context, tx, 'designation.set', set.value, { route: incident.route, by })
    return ok(designationViewOf(set.value))
  })
}
