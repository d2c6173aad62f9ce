import type { Incident } from '#domain/incident/incident.ts'
import { standingVerification, type Verification } from '#domain/verification/verification.ts'
import { lastClosing } from '#store/closings.ts'
import type { Queryable } from '#store/database.ts'
import { verificationsOf } from '#store/verifications.ts'
import { settledHow } from './settled-how.ts'

export type StandingFacts = {
  /** Everything that was ever verified, in order. */
  history: Verification[]
  /** The word that counts; null while nothing is settled, and again once a closed incident has come back. */
  standing: Verification | null
  settled: 'paid' | 'plan' | null
}

/** What is known for certain of an incident at this moment. */
export async function standingFacts(
  db: Queryable,
  { id, state }: Pick<Incident, 'id' | 'state'>,
  now: Date,
): Promise<StandingFacts> {
  const [history, closing] = await Promise.all([verificationsOf(db, id), lastClosing(db, id)])
  const since = state === 'open' && closing ? closing.at : new Date(0)
  const standing = standingVerification(history.filter(({ at }) => at > since))
  const settled = await settledHow(db, id, { now, verifiedYuan: standing?.owedYuan ?? null })
  return { history, standing, settled }
}
