import { type ReleaseView, releasePayloads } from '#contracts/release.ts'
import { may, type Person } from '#domain/permission.ts'
import type { Release } from '#domain/release/release.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { lockRelease, type RoutedRelease, releaseViewOf, saveRelease } from '#store/releases.ts'
import { type Context, recordedActor } from './context.ts'
import { type People, type Releasable, releasable } from './releasable.ts'

/** The request, locked, for a person on its incident's route; refusals: no_such_release, not_your_agency, role_may_not. */
export async function holdRelease(
  context: Context,
  tx: Transaction,
  releaseId: string,
): Promise<Result<{ found: RoutedRelease; person: Person }>> {
  const person = context.actor
  if (person.kind !== 'person') return refusal('role_may_not')
  const found = await lockRelease(tx, releaseId)
  if (!found) return refusal('no_such_release')
  const allowed = may(person, 'decide_release', { route: found.route })
  return allowed.ok ? ok({ found, person }) : allowed
}

/** Does what was asked for. */
export async function carryOutRelease(
  context: Context,
  tx: Transaction,
  { kind, incidentId, payload }: Release,
  people: People,
): Promise<Result<unknown>> {
  const behind = releasable[kind] as Releasable<unknown> | null
  if (!behind) return refusal('not_releasable')
  return behind.carryOut(context, tx, incidentId, releasePayloads[kind].parse(payload), people)
}

export type ReleaseEvent =
  | 'release.approved'
  | 'release.declined'
  | 'release.expired'
  | 'release.glass_broken'
  | 'release.countersigned'
  | 'release.left_unsigned'

/** Saves the request as it stands now and tells everybody on the route; what it let go has recorded its own events. */
export async function tellRelease(
  context: Context,
  tx: Transaction,
  name: ReleaseEvent,
  found: RoutedRelease,
): Promise<ReleaseView> {
  await saveRelease(tx, found.release)
  const release = releaseViewOf(found)
  await record(tx, [{ name, data: { release }, incidentId: found.release.incidentId, route: found.route }], {
    at: context.now,
    actor: recordedActor(context),
  })
  return release
}
