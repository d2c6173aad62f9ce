import { may } from '#domain/permission.ts'
import type { SourceKind } from '#domain/post/post.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { env } from '#platform/env.ts'
import {
  type FetchedKind,
  isFetchedKind,
  isPushedKind,
  type PushedKind,
  pushedSources,
  sources,
} from '#sources/index.ts'
import type { PushedSource, Source } from '#sources/source.ts'
import { record } from '#store/event-log.ts'
import { type NewSource as InsertedSource, insertSource } from '#store/sources.ts'
import { addHotlineKey } from './add-hotline-key.ts'
import { type Context, recordedActor } from './context.ts'

export type NewSource = {
  /** A feed when nothing is said. */
  kind?: SourceKind
  /** Null for kinds that have none. */
  url?: string | null
  /** What its kind asks for beside the address. */
  config?: Record<string, unknown>
  /** Shown on screens; the host of the address when empty. */
  name: string | null
  intervalSeconds: number
}

export type AddedSource = {
  id: string
  name: string
  /** What a source that sends by itself signs with; told this once. */
  credentials?: { key: string; secret: string }
}

/**
 * Adds a source of any kind and has it asked at once. A real source has no place in a drill.
 * Refusals: role_may_not, drill_takes_no_source, bad_address, bad_setting { field }, source_exists.
 */
export async function addSource(context: Context, wanted: NewSource): Promise<Result<AddedSource>> {
  const { kind = 'feed' } = wanted
  const allowed = may(context.actor, isPushedKind(kind) ? 'manage_hotline_keys' : 'manage_sources')
  if (!allowed.ok) return allowed
  if (env().REALM === 'drill' && context.actor.kind === 'person') return refusal('drill_takes_no_source')
  if (isPushedKind(kind)) return addPushed(context, kind, wanted)
  if (!isFetchedKind(kind)) return refusal('bad_setting', { field: 'kind' })
  const settings = settingsOf(kind, wanted)
  return settings.ok ? addFetched(context, { ...wanted, kind }, settings.value) : settings
}

export type Settings = { address: string; config: Record<string, unknown> }

/** What the kind's own schema makes of what was typed; fields left empty count as not given. */
export function settingsOf(
  kind: FetchedKind,
  { url, config = {} }: Pick<NewSource, 'url' | 'config'>,
): Result<Settings> {
  const source = sources[kind] as unknown as Source<object>
  const typed = Object.entries({ ...config, url: url?.trim() ?? config.url })
  const given = typed.filter(([, value]) => value !== '' && value !== null && value !== undefined)
  const parsed = source.config.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '')
    if (field === 'url') return refusal('bad_address', { url: (url ?? '').slice(0, 200) })
    return refusal('bad_setting', { field })
  }
  const { url: _, ...rest } = parsed.data as Record<string, unknown>
  return ok({ address: source.address(parsed.data), config: rest })
}

async function addFetched(
  context: Context,
  { kind, name: called, intervalSeconds }: NewSource & { kind: SourceKind },
  { address, config }: Settings,
): Promise<Result<AddedSource>> {
  const { host, pathname } = new URL(address)
  // A host with several lists gives the second the name of its page.
  const names = called?.trim() ? [called.trim()] : [host, `${host}${pathname}`.slice(0, 200)]
  for (const name of names) {
    const id = context.newId()
    const row = { id, kind, channel: 'online' as const, name, url: address, config, intervalSeconds }
    if (!(await insertAndRecord(context, { ...row, createdAt: context.now }))) continue
    await context.hint('poll-source', { sourceId: id }, id)
    return ok({ id, name })
  }
  return refusal('source_exists', { name: names[0] ?? '' })
}

async function insertAndRecord(context: Context, row: InsertedSource): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    if (!(await insertSource(tx, row))) return false
    const data = { sourceId: row.id, name: row.name }
    const said = { name: 'source.added' as const, data, incidentId: null, route: null }
    await record(tx, [said], { at: context.now, actor: recordedActor(context) })
    return true
  })
}

async function addPushed(
  context: Context,
  kind: PushedKind,
  { name, config = {} }: NewSource,
): Promise<Result<AddedSource>> {
  const source = pushedSources[kind] as unknown as PushedSource<object, unknown, unknown>
  const settings = source.config.safeParse(config)
  if (!settings.success) {
    return refusal('bad_setting', { field: String(settings.error.issues[0]?.path[0] ?? '') })
  }
  if (!name?.trim()) return refusal('bad_setting', { field: 'name' })
  const channel = source.channel(settings.data)
  const added = await addHotlineKey(context, { name: name.trim(), channel, kind })
  if (!added.ok) return added
  const { sourceId: id, ...credentials } = added.value
  return ok({ id, name: name.trim(), credentials })
}
