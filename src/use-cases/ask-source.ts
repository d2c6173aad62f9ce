import { createHash } from 'node:crypto'
import { newPollingMemory } from '#domain/source/polling.ts'
import {
  afterUnchanged,
  afterWholeAnswer,
  afterWholeCheck,
  type Marks,
  mayAskForNewsOnly,
  type ValidatorMemory,
  wholeCheckIsDue,
} from '#domain/source/validators.ts'
import { allowedPrivate } from '#platform/allowed-private.ts'
import { sources } from '#sources/index.ts'
import type { Source, SourceFetch } from '#sources/source.ts'
import { savedMapping } from '#store/import-mappings.ts'
import type { SourceRow } from '#store/sources.ts'
import type { Context } from './context.ts'

/** What a source answered, and what its answer says about its validators. */
export type Asked = { fetched: SourceFetch; validators: ValidatorMemory }

type AskedSource = Pick<SourceRow, 'kind' | 'url' | 'config' | 'etag' | 'lastModified' | 'polling'>

/** True for the kinds that are asked; the others send by themselves. */
export function canBeAsked({ kind }: Pick<SourceRow, 'kind'>): boolean {
  return Object.hasOwn(sources, kind)
}

/**
 * Asks a source only for news where its marks can be believed, and now and then for the whole document although it
 * said “unchanged”, to find servers whose marks lie.
 */
export async function askSource(context: Context, source: AskedSource): Promise<Asked> {
  const memory = (source.polling ?? newPollingMemory).validators
  const marks: Marks = { etag: source.etag, lastModified: source.lastModified }
  const marked = marks.etag !== null || marks.lastModified !== null
  const isHttp = /^https?:/.test(source.url ?? '')
  if (!isHttp) return { fetched: await fetchOnce(context, source, marks), validators: memory }
  const sent = marked && mayAskForNewsOnly(memory, context.now) ? marks : null
  const fetched = await fetchOnce(context, source, sent)
  if (!fetched.ok) return { fetched, validators: memory }
  if (!fetched.notModified) {
    const found = { ...fetched.validators, digest: digestOf(fetched) }
    return { fetched, validators: afterWholeAnswer(memory, sent, found, context.now) }
  }
  if (!sent || !wholeCheckIsDue(memory, context.now)) return { fetched, validators: afterUnchanged(memory) }
  const whole = await fetchOnce(context, source, null)
  if (!whole.ok || whole.notModified) return { fetched, validators: memory }
  const found = { ...whole.validators, digest: digestOf(whole) }
  return { fetched: whole, validators: afterWholeCheck(memory, sent, found, context.now) }
}

/** One fetch without any memory; a configuration that cannot be read is a problem like any other. */
export async function fetchOnce(
  context: Pick<Context, 'now' | 'db'>,
  source: Pick<AskedSource, 'kind' | 'url' | 'config'>,
  marks: Marks | null,
): Promise<SourceFetch> {
  const kind = sources[source.kind as keyof typeof sources] as Source<unknown>
  const config = kind.config.safeParse({ ...source.config, url: source.url ?? '' })
  if (!config.success) {
    const field = config.error.issues[0]?.path.join('.') ?? ''
    return { ok: false, problem: { code: 'bad_configuration', details: { field } } }
  }
  return kind.fetch(config.data, {
    now: context.now,
    validators: marks ?? undefined,
    allowPrivate: allowedPrivate(),
    mappingOf: (sender) => savedMapping(context.db, sender),
  })
}

function digestOf({ posts }: Extract<SourceFetch, { ok: true }>): string {
  const hash = createHash('sha256')
  for (const { externalId, title, text } of posts) hash.update(JSON.stringify([externalId, title, text]))
  return hash.digest('hex').slice(0, 32)
}
