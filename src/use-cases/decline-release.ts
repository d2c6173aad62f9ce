import type { ReleaseView } from '#contracts/release.ts'
import { decide, mayBeSecond, shortestReason, stillWaits } from '#domain/release/release.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { signatureOf } from './ask-release.ts'
import type { Context } from './context.ts'
import { holdRelease, tellRelease } from './hold-release.ts'

/**
 * The second person says no, with a reason; the asker takes the own request back by the same verb, with or without one.
 * Refusals: as for approving, and reason_too_short { min }.
 */
export async function declineRelease(
  context: Context,
  { releaseId, version, reason }: { releaseId: string; version: number; reason: string },
): Promise<Result<ReleaseView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdRelease(context, tx, releaseId)
    if (!held.ok) return held
    const { found, person } = held.value
    const own = found.release.asked.userId === person.id
    const allowed = own ? ok(true as const) : mayBeSecond(found.release, person)
    if (!allowed.ok) return allowed
    if (!own && reason.length < shortestReason) return refusal('reason_too_short', { min: shortestReason })
    const waits = stillWaits(found.release, version, context.now)
    if (!waits.ok) return waits
    const decided = signatureOf(context, person, found.release.kind, { name: null, reason: reason || null })
    const release = decide(found.release, own ? 'withdrawn' : 'declined', decided)
    return ok(await tellRelease(context, tx, 'release.declined', { ...found, release }))
  })
}
