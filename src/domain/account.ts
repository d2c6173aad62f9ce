import type { Role } from './permission.ts'
import { ok, type Result, refusal } from './result.ts'

/** Shorter passwords are refused; longer ones would only cost time to check. */
export const passwordLength = { min: 10, max: 128 }

/** What an administrator decides about an account. */
export type Posting = {
  role: Role
  agency: string | null
  territory: string | null
  /** The duty post as every screen shows it: 宣传部值班员. */
  post: string
}

export type AgencyKind = 'first_line' | 'member' | 'territory' | 'party'
export type AgencyKinds = ReadonlyMap<string, AgencyKind>
export type PostingCode = 'agency_needed' | 'unknown_agency' | 'not_a_territory' | 'other_territory'

/** Makes a posting whole: who accepts must speak for an agency, and a territory's own officer stays in it. */
export function settlePosting(wanted: Posting, kinds: AgencyKinds): Result<Posting, PostingCode> {
  const { role, agency, territory } = wanted
  if (agency === null && (role === 'duty' || role === 'leader')) return refusal('agency_needed', { role })
  if (agency !== null && !kinds.has(agency)) return refusal('unknown_agency', { agency })
  if (territory !== null && kinds.get(territory) !== 'territory')
    return refusal('not_a_territory', { territory })
  const isTerritory = agency !== null && kinds.get(agency) === 'territory'
  if (isTerritory && territory !== null && territory !== agency)
    return refusal('other_territory', { territory })
  return ok({ ...wanted, territory: isTerritory ? agency : territory })
}

export function kindsOf(agencies: readonly { key: string; kind: AgencyKind }[]): AgencyKinds {
  return new Map(agencies.map(({ key, kind }) => [key, kind]))
}

/** What becomes of an account; absent means unchanged. */
export type AccountChange = Partial<Posting> & { disabled?: boolean }

/** The room must never lock itself out: not the asker, and not the last administrator. */
export function mayChangeAccount(
  account: { id: string; role: Role; disabled: boolean },
  change: AccountChange,
  askerId: string | null,
  activeAdministrators: readonly string[],
): Result<true, 'not_yourself' | 'last_administrator'> {
  const leaves = change.disabled === true || (change.role !== undefined && change.role !== 'admin')
  const counts = account.role === 'admin' && !account.disabled
  if (!counts || !leaves) return ok(true)
  if (account.id === askerId) return refusal('not_yourself')
  const others = activeAdministrators.filter((id) => id !== account.id)
  return others.length > 0 ? ok(true) : refusal('last_administrator')
}
