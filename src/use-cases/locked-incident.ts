import type { PersonView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Action, Subjects } from '#domain/subjects.ts'
import { isTerritory } from '#store/agencies.ts'
import type { Transaction } from '#store/database.ts'
import { lockIncident } from '#store/incidents.ts'
import { type Context, recordedActor } from './context.ts'

/** Actions that ask for nothing but a place on the incident's route. */
export type RoutedAction = {
  [A in Action]: ReturnType<typeof onRouteOf> extends Subjects[A] ? A : never
}[Action]

/**
 * The incident, locked against everybody else, for a person who may do this to it.
 * Refusals: no_such_incident, not_your_agency, role_may_not.
 */
export async function lockedIncident(
  context: Context,
  tx: Transaction,
  incidentId: string,
  action: RoutedAction,
): Promise<Result<{ incident: Incident; by: PersonView }>> {
  const incident = await lockIncident(tx, incidentId)
  if (!incident) return refusal('no_such_incident')
  const allowed = may(context.actor, action, onRouteOf(incident))
  if (!allowed.ok) return allowed
  const by = recordedActor(context)
  return by ? ok({ incident, by }) : refusal('role_may_not')
}

/** What the rules of permission must know of an incident. */
export function onRouteOf({ route }: Pick<Incident, 'route'>): { route: string[]; territories: string[] } {
  return { route, territories: route.filter(isTerritory) }
}
