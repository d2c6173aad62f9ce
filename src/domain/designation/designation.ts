import { ok, type Result, refusal } from '#domain/result.ts'
import { standingVerification, type Verification } from '#domain/verification/verification.ts'

/** 恶意造谣 · 恶意讨薪: heavy words, which the software never says by itself. */
export const designationKinds = ['malicious_rumour', 'malicious_claim'] as const
export type DesignationKind = (typeof designationKinds)[number]

/** One official's word, by name, with what it rests on. */
export type OfficialWord = {
  userId: string
  post: string
  agency: string | null
  name: string
  /** Masked; what this official has seen or holds. */
  evidence: string
  /** ISO 8601 */
  at: string
}

/** `proposed`: one official has said it; it counts for nothing until a second of another unit says so too. */
export type Designation = {
  id: string
  incidentId: string
  kind: DesignationKind
  state: 'proposed' | 'set' | 'withdrawn'
  first: OfficialWord
  second: OfficialWord | null
  withdrawn: { post: string; agency: string | null; reason: string; at: string } | null
  version: number
}

export type DesignationGround = {
  history: readonly Pick<Verification, 'outcome' | 'round' | 'by'>[]
  /** Real arrears, where there are any, are paid or planned. */
  settled: boolean
}

export type GroundCode = 'not_verified_untrue' | 'needs_two_units_verified' | 'arrears_first'

/** A rumour is called one only after it was verified as untrue; a wage claim malicious only after two units verified. */
export function mayDesignate(
  kind: DesignationKind,
  { history, settled }: DesignationGround,
): Result<true, GroundCode> {
  const standing = standingVerification(history)
  if (kind === 'malicious_rumour') {
    return standing?.outcome === 'untrue' ? ok(true) : refusal('not_verified_untrue')
  }
  const units = new Set(
    history.filter(({ outcome }) => outcome !== 'unverifiable').map(({ by }) => by.agency),
  )
  if (!standing || units.size < 2) return refusal('needs_two_units_verified')
  return standing.outcome === 'untrue' || settled ? ok(true) : refusal('arrears_first')
}

export type SecondWordCode = 'already_set' | 'already_withdrawn' | 'own_request' | 'other_unit_needed'

/** The second word must come from another person of another unit. */
export function secondWord(
  designation: Designation,
  second: OfficialWord,
): Result<Designation, SecondWordCode> {
  if (designation.state === 'set') return refusal('already_set', { who: designation.second?.post ?? '' })
  if (designation.state === 'withdrawn') return refusal('already_withdrawn')
  if (second.userId === designation.first.userId) return refusal('own_request')
  if (second.agency === designation.first.agency) return refusal('other_unit_needed')
  return ok({ ...designation, state: 'set', second, version: designation.version + 1 })
}

/** So heavy a word is taken back by one hand alone, with a reason. */
export function withdraw(
  designation: Designation,
  withdrawn: NonNullable<Designation['withdrawn']>,
): Result<Designation, 'already_withdrawn'> {
  if (designation.state === 'withdrawn') return refusal('already_withdrawn')
  return ok({ ...designation, state: 'withdrawn', withdrawn, version: designation.version + 1 })
}
