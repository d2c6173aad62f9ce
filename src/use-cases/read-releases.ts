import { type ReleaseItemView, releasePayloads } from '#contracts/release.ts'
import { may, type Person } from '#domain/permission.ts'
import { isSigned, mayBeSecond, type Release } from '#domain/release/release.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { currentReleases, type RoutedRelease, releaseViewOf } from '#store/releases.ts'
import type { Context } from './context.ts'
import { type Releasable, releasable } from './releasable.ts'

/** How long the asker still sees what became of a request. */
const ownForMs = 12 * 3_600_000

/**
 * What waits for a second person on the actor's routes, each with what will happen, and the actor's own requests of today.
 * Refusals: role_may_not.
 */
export async function readReleases(context: Context): Promise<Result<ReleaseItemView[]>> {
  const person = context.actor
  if (person.kind !== 'person') return refusal('role_may_not')
  const since = new Date(context.now.getTime() - ownForMs)
  const current = await currentReleases(context.db, { askedBy: person.id, since })
  const visible = current.filter(({ route }) => may(person, 'decide_release', { route }).ok)
  return ok(await Promise.all(visible.map((one) => itemOf(context, person, one))))
}

async function itemOf(context: Context, person: Person, found: RoutedRelease): Promise<ReleaseItemView> {
  const { release } = found
  const second = mayBeSecond(release, person)
  const mine = release.asked.userId === person.id
  return {
    ...releaseViewOf(found),
    foretold: release.state === 'waiting' ? await foretell(context, release) : [],
    barred: second.ok ? null : second.refusal.code,
    mine,
    mayBreak: mine && release.state === 'waiting',
    signed: isSigned(release.kind),
  }
}

async function foretell(context: Context, { kind, incidentId, payload }: Release) {
  const behind = releasable[kind] as Releasable<unknown> | null
  return behind?.foretell(context, context.db, incidentId, releasePayloads[kind].parse(payload)) ?? []
}
