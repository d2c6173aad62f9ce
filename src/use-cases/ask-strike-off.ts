import type { ReleaseView } from '#contracts/release.ts'
import { sameVersion } from '#domain/moves.ts'
import { type Result, refusal } from '#domain/result.ts'
import { lockSupervision } from '#store/supervisions.ts'
import { askReleaseIn } from './ask-release.ts'
import type { Context } from './context.ts'

type Asked = { supervisionId: string; version: number; reason: string }

/**
 * Asks a second person to let a supervised case be struck off (销号).
 * Refusals: no_such_supervision, stale_version, wrong_state, and those of asking for a release.
 */
export async function askStrikeOff(
  context: Context,
  { supervisionId, version, reason }: Asked,
): Promise<Result<ReleaseView>> {
  return context.db.transaction(async (tx) => {
    const supervision = await lockSupervision(tx, supervisionId)
    if (!supervision) return refusal('no_such_supervision')
    const same = sameVersion(supervision.version, version)
    if (!same.ok) return same
    const { incidentId } = supervision
    const payload = { supervisionId }
    return askReleaseIn(context, tx, { kind: 'supervision_closed', incidentId, payload, reason })
  })
}
