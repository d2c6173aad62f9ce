import type { ReleaseView } from '#contracts/release.ts'
import { countersign, mayBeSecond, mayStandFor, shortestReason } from '#domain/release/release.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { signatureOf } from './ask-release.ts'
import type { Context } from './context.ts'
import { holdRelease, tellRelease } from './hold-release.ts'

/**
 * 事后补签: a second person signs for what was done alone, or signs that it was wrong, with a reason.
 * Refusals: as for approving, and not_broken, reason_too_short { min }.
 */
export async function countersignRelease(
  context: Context,
  {
    releaseId,
    agrees,
    reason,
    signedName = null,
  }: { releaseId: string; agrees: boolean; reason: string | null; signedName?: string | null },
): Promise<Result<ReleaseView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdRelease(context, tx, releaseId)
    if (!held.ok) return held
    const { found, person } = held.value
    for (const allowed of [mayBeSecond(found.release, person), mayStandFor(found.release.kind, signedName)]) {
      if (!allowed.ok) return allowed
    }
    if (!agrees && (reason ?? '').length < shortestReason)
      return refusal('reason_too_short', { min: shortestReason })
    const hand = signatureOf(context, person, found.release.kind, { name: signedName, reason })
    const signed = countersign(found.release, hand, agrees)
    if (!signed.ok) return signed
    return ok(await tellRelease(context, tx, 'release.countersigned', { ...found, release: signed.value }))
  })
}
