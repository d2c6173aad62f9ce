import type { PersonView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { type Reply, restsOnPresentFacts } from '#domain/reply/reply.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Queryable, Transaction } from '#store/database.ts'
import { handledIncident } from '#store/handled-incident.ts'
import { findReply, lockReply } from '#store/replies.ts'
import type { Context } from './context.ts'
import { lockedIncident } from './locked-incident.ts'
import { standingFacts } from './standing-facts.ts'

export type HeldReply = { reply: Reply; incident: Incident; by: PersonView }

/**
 * A text, locked behind its incident, for a person of the two signing units; the incident may meanwhile be one it was
 * merged into. Refusals: no_such_reply, not_your_agency, role_may_not, stale_version.
 */
export async function holdReply(
  context: Context,
  tx: Transaction,
  { replyId, version }: { replyId: string; version: number },
): Promise<Result<HeldReply>> {
  const known = await findReply(tx, replyId)
  const handled = known && (await handledIncident(tx, known.incidentId))
  if (!handled) return refusal('no_such_reply')
  const held = await lockedIncident(context, tx, handled.id, 'reply_publicly')
  if (!held.ok) return held
  const reply = await lockReply(tx, replyId)
  if (!reply) return refusal('no_such_reply')
  return reply.version === version ? ok({ reply, ...held.value }) : refusal('stale_version')
}

/** Whether the facts it rests on still stand; refusals: no_verified_fact, facts_changed_since. */
export async function factsStand(
  { now }: Context,
  db: Queryable,
  { reply, incident }: Pick<HeldReply, 'reply' | 'incident'>,
): Promise<ReturnType<typeof restsOnPresentFacts>> {
  const { standing } = await standingFacts(db, incident, now)
  return restsOnPresentFacts(reply, standing)
}
