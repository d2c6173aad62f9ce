import type { PreviewView } from '#contracts/coverage.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { isFetchedKind } from '#sources/index.ts'
import { type NewSource, settingsOf } from './add-source.ts'
import type { Context } from './context.ts'
import { previewOf } from './preview-source.ts'
import { type Manners, ordinaryManners } from './visit-host.ts'

/**
 * Reads a source once before it is added, so that its paths and selectors can be tried; nothing is stored.
 * Refusals: role_may_not, bad_address, bad_setting { field }.
 */
export async function previewNewSource(
  context: Context,
  { kind = 'feed', url, config }: Pick<NewSource, 'kind' | 'url' | 'config'>,
  manners: Manners = ordinaryManners(),
): Promise<Result<PreviewView>> {
  const allowed = may(context.actor, 'manage_sources')
  if (!allowed.ok) return allowed
  if (!isFetchedKind(kind)) return refusal('bad_setting', { field: 'kind' })
  const settings = settingsOf(kind, { url, config })
  if (!settings.ok) return settings
  const { address, config: rest } = settings.value
  return ok(await previewOf(context, { kind, url: address, config: rest }, manners))
}
