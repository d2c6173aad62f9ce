import type { ReleaseView } from '#contracts/release.ts'
import { breakOpen, mayBreakGlass, stillWaits } from '#domain/release/release.ts'
import { ok, type Result } from '#domain/result.ts'
import { personOf } from '#store/releases.ts'
import { signatureOf } from './ask-release.ts'
import type { Context } from './context.ts'
import { carryOutRelease, holdRelease, tellRelease } from './hold-release.ts'

/**
 * The asker acts alone, with a reason: it is done at once, the office hears it at once, and a second person signs within
 * a day. Refusals: as for approving, and not_your_request, reason_too_short { min }.
 */
export async function breakGlass(
  context: Context,
  { releaseId, version, reason }: { releaseId: string; version: number; reason: string },
): Promise<Result<ReleaseView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdRelease(context, tx, releaseId)
    if (!held.ok) return held
    const { found, person } = held.value
    for (const allowed of [
      mayBreakGlass(found.release, person, reason),
      stillWaits(found.release, version, context.now),
    ]) {
      if (!allowed.ok) return allowed
    }
    const people = { first: personOf(found.release.asked), second: null }
    const done = await carryOutRelease(context, tx, found.release, people)
    if (!done.ok) return done
    const { name } = found.release.asked
    const alone = signatureOf(context, person, found.release.kind, { name, reason })
    const release = breakOpen(found.release, alone, context.now)
    return ok(await tellRelease(context, tx, 'release.glass_broken', { ...found, release }))
  })
}
