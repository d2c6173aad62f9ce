import type { ApiKey } from '#domain/api/api-key.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { isSameHash, readApiKey } from '#platform/api-key-text.ts'
import { isTerritory } from '#store/agencies.ts'
import { liveApiKey, noteKeyUse } from '#store/api-keys.ts'
import type { Database } from '#store/database.ts'

/**
 * Which program asks, by the key in its `Authorization` header. The row is read every time, so a revoked key is out at
 * its very next request. Refusals: key_missing, key_unknown.
 */
export async function apiKeyFromHeaders(
  headers: Headers,
  db: Database,
  now: Date,
): Promise<Result<ApiKey, 'key_missing' | 'key_unknown'>> {
  if (!headers.has('authorization')) return refusal('key_missing')
  const given = readApiKey(headers.get('authorization'))
  const row = given && (await liveApiKey(db, given.id))
  if (!row || !isSameHash(row.hash, given.hash)) return refusal('key_unknown')
  await noteKeyUse(db, row, now)
  const { id: keyId, name, agency, scopes } = row
  const territory = isTerritory(agency) ? agency : null
  return ok({ kind: 'api_key', keyId, name, agency, territory, scopes, post: null })
}
