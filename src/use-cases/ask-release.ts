import type { ReleaseView } from '#contracts/release.ts'
import { releasePayloads } from '#contracts/release.ts'
import { may, type Person } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import {
  expiresAfterMs,
  isSigned,
  mayBeFirst,
  mayStandFor,
  type Release,
  type ReleaseKind,
  type Signature,
} from '#domain/release/release.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { numberOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import { insertRelease, releaseViewOf, waitingRelease } from '#store/releases.ts'
import { type Context, recordedActor } from './context.ts'
import { type Releasable, releasable } from './releasable.ts'

export type Asked = {
  kind: ReleaseKind
  incidentId: string
  payload: Record<string, unknown>
  reason: string | null
  signedName?: string | null
}

/**
 * Asks a second person to let something go; nothing happens until one agrees, and after half an hour it has run out.
 * Refusals: no_such_incident, not_your_agency, role_may_not, not_understood, not_releasable, already_asked { who, at },
 * name_missing, not_a_signing_unit, and whatever stands in the way of what is asked for.
 */
export async function askRelease(context: Context, asked: Asked): Promise<Result<ReleaseView>> {
  return context.db.transaction((tx) => askReleaseIn(context, tx, asked))
}

/** The same inside a use case that has written what is to be let go. */
export async function askReleaseIn(
  context: Context,
  tx: Transaction,
  { kind, incidentId, payload, reason, signedName = null }: Asked,
): Promise<Result<ReleaseView>> {
  const person = context.actor
  if (person.kind !== 'person') return refusal('role_may_not')
  const parsed = releasePayloads[kind].safeParse(payload)
  if (!parsed.success) return refusal('not_understood', { field: 'payload' })
  const behind = releasable[kind] as Releasable<unknown> | null
  if (!behind) return refusal('not_releasable')
  const free = await behind.mayAsk(context, tx, incidentId, parsed.data)
  if (!free.ok) return free
  const incident = await lockIncident(tx, incidentId)
  if (!incident) return refusal('no_such_incident')
  for (const allowed of [
    may(person, 'ask_release', { route: incident.route }),
    mayBeFirst(kind, person),
    mayStandFor(kind, signedName),
  ]) {
    if (!allowed.ok) return allowed
  }
  const waiting = await waitingRelease(tx, incidentId, kind)
  if (waiting) return refusal('already_asked', { who: waiting.asked.post, at: waiting.asked.at })
  const release = requestOf(context, person, { kind, incidentId, payload: parsed.data, reason, signedName })
  await insertRelease(tx, release)
  const about = { id: incidentId, number: numberOf(incident), headline: incident.headline }
  const view = releaseViewOf({ release, about, route: incident.route })
  await record(tx, [{ name: 'release.asked', data: { release: view }, incidentId, route: incident.route }], {
    at: context.now,
    actor: recordedActor(context),
  })
  return ok(view)
}

/** What an officer puts to paper: the post, and the name only where it is a signature. */
export function signatureOf(
  { now }: Context,
  { id, post, agency }: Person,
  kind: ReleaseKind,
  { name, reason }: { name: string | null; reason: string | null },
): Signature {
  return {
    ...{ userId: id, post, agency },
    name: isSigned(kind) ? name : null,
    reason: reason ? maskPersonalData(reason) : null,
    at: now.toISOString(),
  }
}

function requestOf(
  context: Context,
  person: Person,
  { kind, incidentId, payload, reason, signedName = null }: Asked,
): Release {
  return {
    ...{ id: context.newId(), kind, incidentId, payload, state: 'waiting' },
    asked: signatureOf(context, person, kind, { name: signedName, reason }),
    expiresAt: new Date(context.now.getTime() + expiresAfterMs),
    ...{ decided: null, signBy: null, countersigned: null, countersignAgrees: null, unsignedToldAt: null },
    version: 1,
  }
}
