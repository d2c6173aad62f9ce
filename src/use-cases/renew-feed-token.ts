import { randomBytes } from 'node:crypto'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { replaceHouseKey } from '#store/channels.ts'
import type { Context } from './context.ts'
import { feedKey } from './list-channels.ts'

/** Makes a new token for the CAP and GeoRSS feeds; the old one opens nothing any more. Refusals: role_may_not. */
export async function renewFeedToken(context: Context): Promise<Result<{ token: string }>> {
  const allowed = may(context.actor, 'manage_channels')
  if (!allowed.ok) return allowed
  const token = randomBytes(24).toString('base64url')
  await replaceHouseKey(context.db, feedKey, { token }, context.now)
  return ok({ token })
}
