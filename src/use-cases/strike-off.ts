import type { SupervisionView } from '#contracts/handling.ts'
import type { ForetoldView } from '#contracts/release.ts'
import type { PersonView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { stateAfter } from '#domain/moves.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { closeSupervision, legalSupervisionMoves, type Supervision } from '#domain/supervision/supervision.ts'
import type { Queryable, Transaction } from '#store/database.ts'
import { handledIncident } from '#store/handled-incident.ts'
import { findSupervision, lockSupervision } from '#store/supervisions.ts'
import type { Context } from './context.ts'
import { saveSupervised } from './save-supervised.ts'

type Struck = { supervisionId: string }

/**
 * 销号: carried out when a second person has agreed.
 * Refusals: no_such_supervision, wrong_state.
 */
export async function strikeOff(
  context: Context,
  tx: Transaction,
  incidentId: string,
  { supervisionId }: Struck,
  { first, second }: { first: PersonView; second: PersonView | null },
): Promise<Result<SupervisionView>> {
  const held = await hold(tx, incidentId, supervisionId)
  if (!held.ok) return held
  const closed = closeSupervision(held.value.supervision, first, second, context.now)
  if (!closed.ok) return closed
  const { incident } = held.value
  return ok(await saveSupervised(context, tx, incident, 'supervision.closed', closed.value, first))
}

/** Only who supervises may ask for it, and only what has passed its check. */
export async function mayStrikeOff(
  context: Context,
  tx: Transaction,
  incidentId: string,
  { supervisionId }: Struck,
): Promise<Result<true>> {
  const held = await hold(tx, incidentId, supervisionId)
  if (!held.ok) return held
  const allowed = may(context.actor, 'supervise', { route: held.value.incident.route })
  if (!allowed.ok) return allowed
  const free = stateAfter(legalSupervisionMoves, held.value.supervision.state, 'close')
  return free.ok ? ok(true) : free
}

/** What the second person reads before agreeing. */
export async function foretellStrikeOff(
  db: Queryable,
  incidentId: string,
  { supervisionId }: Struck,
): Promise<ForetoldView[]> {
  const supervision = await findSupervision(db, supervisionId)
  if (!supervision || (await handledIncident(db, supervision.incidentId))?.id !== incidentId) return []
  return [
    { what: 'struck_off', from: null, to: `〔${supervision.year}〕${supervision.count}` },
    { what: 'supervision_reply', from: null, to: supervision.reply ?? '' },
  ]
}

/** A case of another incident is none: who may read the one may not read the other. */
async function hold(
  tx: Transaction,
  incidentId: string,
  id: string,
): Promise<Result<{ supervision: Supervision; incident: Incident }>> {
  const supervision = await lockSupervision(tx, id)
  const incident = supervision && (await handledIncident(tx, supervision.incidentId))
  if (!supervision || incident?.id !== incidentId) return refusal('no_such_supervision')
  return ok({ supervision, incident })
}
