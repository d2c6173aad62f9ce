import { channels } from '#channels/index.ts'
import type { SaveChannel } from '#contracts/channels.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { channelById, insertChannel, updateChannel } from '#store/channels.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { type Context, recordedActor } from './context.ts'
import { secretFields } from './list-channels.ts'

/**
 * Sets up a gateway or changes one; a secret left empty stays as it is.
 * Refusals: role_may_not, no_such_channel, bad_setting { field }.
 */
export async function saveChannel(
  context: Context,
  wanted: SaveChannel,
): Promise<Result<{ channelId: string }>> {
  const allowed = may(context.actor, 'manage_channels')
  if (!allowed.ok) return allowed
  const { kind, name, agency, enabled } = wanted
  if (kind === 'in_app') return refusal('bad_setting', { field: 'kind' })
  return context.db.transaction(async (tx) => {
    const standing = wanted.channelId ? await channelById(tx, wanted.channelId) : null
    if (wanted.channelId && standing?.kind !== kind) return refusal('no_such_channel')
    const settings = settle(wanted, standing?.settings ?? {})
    if (!settings.ok) return settings
    const fields = { name, agency, enabled, settings: settings.value }
    const channelId = standing?.id ?? context.newId()
    // Whoever mends a gateway wants to see whether it is mended.
    if (standing) await updateChannel(tx, channelId, { ...fields, strikes: 0, lastProblem: null })
    else await insertChannel(tx, { id: channelId, kind, ...fields, createdAt: context.now })
    await recordChange(context, tx, { channelId, kind, name, removed: false })
    return ok({ channelId })
  })
}

/** Takes a gateway out of use for good. Refusals: role_may_not, no_such_channel. */
export async function removeChannel(
  context: Context,
  { channelId }: { channelId: string },
): Promise<Result<true>> {
  const allowed = may(context.actor, 'manage_channels')
  if (!allowed.ok) return allowed
  return context.db.transaction(async (tx) => {
    const standing = await channelById(tx, channelId)
    if (!standing) return refusal('no_such_channel')
    await updateChannel(tx, channelId, { removedAt: context.now, enabled: false, settings: {} })
    const { kind, name } = standing
    await recordChange(context, tx, { channelId, kind, name, removed: true })
    return ok(true)
  })
}

function settle(
  { kind, settings }: SaveChannel,
  standing: Record<string, unknown>,
): Result<Record<string, unknown>> {
  const kept = secretFields(kind).filter((field) => !settings[field] && standing[field])
  const given = Object.entries(settings).filter(([, value]) => value !== '')
  const secrets = Object.fromEntries(kept.map((field) => [field, standing[field]]))
  const parsed = channels[kind].settings.safeParse({ ...Object.fromEntries(given), ...secrets })
  if (parsed.success) return ok(parsed.data as Record<string, unknown>)
  return refusal('bad_setting', { field: String(parsed.error.issues[0]?.path[0] ?? '') })
}

async function recordChange(
  context: Context,
  tx: Transaction,
  data: { channelId: string; kind: SaveChannel['kind']; name: string; removed: boolean },
): Promise<void> {
  const changed = { name: 'channel.changed' as const, data, incidentId: null, route: null }
  await record(tx, [changed], { at: context.now, actor: recordedActor(context) })
}
