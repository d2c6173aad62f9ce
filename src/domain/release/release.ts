import { ok, type Result, refusal } from '#domain/result.ts'

/** What one person may ask for and only a second person may let go. */
export const releaseKinds = [
  'grade_one',
  'mass_call_out',
  'public_reply',
  'merge',
  'supervision_closed',
] as const
export type ReleaseKind = (typeof releaseKinds)[number]

/** `broken`: carried out alone, in the open; it takes a second signature afterwards (事后补签). */
export type ReleaseState = 'waiting' | 'approved' | 'declined' | 'withdrawn' | 'expired' | 'broken'

/** Whoever puts a hand to it. `name` is typed by the officer where the act is a signature, and kept here only. */
export type Signature = {
  userId: string
  post: string
  agency: string | null
  name: string | null
  reason: string | null
  /** ISO 8601 */
  at: string
}

export type Release = {
  id: string
  kind: ReleaseKind
  incidentId: string
  payload: Record<string, unknown>
  state: ReleaseState
  asked: Signature
  expiresAt: Date
  /** Who approved, declined, withdrew or broke the glass; null while waiting and when it ran out. */
  decided: Signature | null
  /** By when a broken glass must be signed for; null otherwise. */
  signBy: Date | null
  countersigned: Signature | null
  /** Whether the second person agrees with what was done alone. */
  countersignAgrees: boolean | null
  /** Told to the office that nobody signed in time. */
  unsignedToldAt: Date | null
  version: number
}

/** Whoever would decide, as far as these rules look. */
export type Officer = { id: string; role: string; agency: string | null }

/** [D] An unanswered request runs out after half an hour, and the office is told. */
export const expiresAfterMs = 30 * 60_000
/** [D] A broken glass is signed for within a day. */
export const signWithinMs = 24 * 3_600_000
/** A reason shorter than this explains nothing. */
export const shortestReason = 6

/** Units whose word a public reply needs: 人社 answers for the facts, 宣传部 for the release. */
export const signingUnits: readonly string[] = ['rsj', 'xcb']

/** A public reply is signed by name; other requests stand for the post. */
export function isSigned(kind: ReleaseKind): boolean {
  return kind === 'public_reply'
}

/** What is signed needs a name typed by the officer. */
export function mayStandFor(kind: ReleaseKind, name: string | null): Result<true, 'name_missing'> {
  return isSigned(kind) && !name ? refusal('name_missing') : ok(true)
}

/** Whether this officer may be the first of the two. */
export function mayBeFirst(kind: ReleaseKind, who: Officer): Result<true, 'not_a_signing_unit'> {
  return isSigned(kind) && !isSigningUnit(who.agency) ? refusal('not_a_signing_unit') : ok(true)
}

export type SecondCode = 'own_request' | 'not_a_signing_unit' | 'same_unit' | 'office_or_leader_only'

/** Whether this officer may be the second of the two; nobody is both, whatever the role. */
export function mayBeSecond(
  { kind, asked }: Pick<Release, 'kind' | 'asked'>,
  who: Officer,
): Result<true, SecondCode> {
  if (who.id === asked.userId) return refusal('own_request')
  if (kind === 'supervision_closed' && who.role !== 'office' && who.role !== 'leader') {
    return refusal('office_or_leader_only')
  }
  if (!isSigned(kind)) return ok(true)
  if (!isSigningUnit(who.agency)) return refusal('not_a_signing_unit')
  return who.agency === asked.agency ? refusal('same_unit') : ok(true)
}

/** Only the asker may act alone, and answers for it; anybody else simply approves. */
export function mayBreakGlass(
  { asked }: Pick<Release, 'asked'>,
  who: Officer,
  reason: string,
): Result<true, 'not_your_request' | 'reason_too_short'> {
  if (who.id !== asked.userId) return refusal('not_your_request')
  return reason.length < shortestReason ? refusal('reason_too_short', { min: shortestReason }) : ok(true)
}

function isSigningUnit(agency: string | null): boolean {
  return agency !== null && signingUnits.includes(agency)
}

export type DecidedCode = 'already_decided' | 'stale_version' | 'release_expired'

/** Whether a request still waits as the officer saw it; the loser is told who decided, what, and when. */
export function stillWaits(release: Release, version: number, now: Date): Result<true, DecidedCode> {
  if (release.state === 'expired' || (release.state === 'waiting' && release.expiresAt <= now)) {
    return refusal('release_expired', { at: release.expiresAt.toISOString() })
  }
  if (release.state !== 'waiting') {
    const { post = '', at = '' } = release.decided ?? {}
    return refusal('already_decided', { who: post, at, state: release.state })
  }
  return release.version === version ? ok(true) : refusal('stale_version')
}

export function decide(
  release: Release,
  state: 'approved' | 'declined' | 'withdrawn',
  decided: Signature,
): Release {
  return { ...release, state, decided, version: release.version + 1 }
}

/** Carried out alone: the day for the second signature begins. */
export function breakOpen(release: Release, decided: Signature, now: Date): Release {
  const signBy = new Date(now.getTime() + signWithinMs)
  return { ...release, state: 'broken', decided, signBy, version: release.version + 1 }
}

/** Signed afterwards, in time or late; once. */
export function countersign(
  release: Release,
  countersigned: Signature,
  agrees: boolean,
): Result<Release, 'not_broken' | 'already_decided'> {
  if (release.state !== 'broken') return refusal('not_broken')
  if (release.countersigned) {
    const { post, at } = release.countersigned
    return refusal('already_decided', { who: post, at, state: 'countersigned' })
  }
  return ok({ ...release, countersigned, countersignAgrees: agrees, version: release.version + 1 })
}
