import type { SupervisionView } from '#contracts/handling.ts'
import type { PersonView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Supervision } from '#domain/supervision/supervision.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { saveSupervision, supervisionViewOf } from '#store/supervisions.ts'
import { type Context, recordedActor } from './context.ts'

type Told =
  | 'supervision.opened'
  | 'supervision.dismissed'
  | 'supervision.replied'
  | 'supervision.returned'
  | 'supervision.passed'
  | 'supervision.closed'

/** Saves a supervised case and tells it to the incident's route and to the unit that must reply. */
export async function saveSupervised(
  context: Context,
  tx: Transaction,
  incident: Incident,
  name: Told,
  after: Supervision,
  by: PersonView = recordedActor(context) ?? { post: '', agency: null },
): Promise<SupervisionView> {
  await saveSupervision(tx, after)
  const supervision = supervisionViewOf(after)
  const route = [...new Set([...incident.route, ...(after.unit ? [after.unit] : [])])]
  await record(tx, [{ name, data: { supervision, by }, incidentId: incident.id, route }], {
    at: context.now,
    actor: by,
  })
  return supervision
}
