import type { ApiKeyView } from '#contracts/api-key.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { listApiKeyRows } from '#store/api-keys.ts'
import type { Context } from './context.ts'

/** Every key there ever was, with when it was last used. */
export async function listApiKeys({ actor, db }: Context): Promise<Result<ApiKeyView[]>> {
  const allowed = may(actor, 'manage_api_keys')
  if (!allowed.ok) return allowed
  const rows = await listApiKeyRows(db)
  return ok(
    rows.map(({ hash: _, createdAt, revokedAt, lastUsedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  )
}
