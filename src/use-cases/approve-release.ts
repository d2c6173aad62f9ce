import type { ReleaseView } from '#contracts/release.ts'
import { decide, mayBeSecond, mayStandFor, stillWaits } from '#domain/release/release.ts'
import { ok, type Result } from '#domain/result.ts'
import { personOf } from '#store/releases.ts'
import { signatureOf } from './ask-release.ts'
import type { Context } from './context.ts'
import { carryOutRelease, holdRelease, tellRelease } from './hold-release.ts'

/**
 * The second person agrees, and what was asked for is done in the same transaction.
 * Refusals: no_such_release, not_your_agency, role_may_not, own_request, same_unit, not_a_signing_unit,
 * office_or_leader_only, name_missing, release_expired { at }, already_decided { who, at }, stale_version, and whatever
 * has come in the way since it was asked for.
 */
export async function approveRelease(
  context: Context,
  {
    releaseId,
    version,
    signedName = null,
  }: { releaseId: string; version: number; signedName?: string | null },
): Promise<Result<ReleaseView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdRelease(context, tx, releaseId)
    if (!held.ok) return held
    const { found, person } = held.value
    const { release } = found
    for (const allowed of [
      mayBeSecond(release, person),
      mayStandFor(release.kind, signedName),
      stillWaits(release, version, context.now),
    ]) {
      if (!allowed.ok) return allowed
    }
    const decided = signatureOf(context, person, release.kind, { name: signedName, reason: null })
    const people = { first: personOf(release.asked), second: personOf(decided) }
    const done = await carryOutRelease(context, tx, release, people)
    if (!done.ok) return done
    const approved = { ...found, release: decide(release, 'approved', decided) }
    return ok(await tellRelease(context, tx, 'release.approved', approved))
  })
}
