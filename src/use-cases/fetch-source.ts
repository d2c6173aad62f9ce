import { allowedPrivate } from '#platform/allowed-private.ts'
import { type FetchedKind, isFetchedKind, sources } from '#sources/index.ts'
import type { Source, SourceContext, SourceFetch } from '#sources/source.ts'
import { savedMapping } from '#store/import-mappings.ts'
import type { Context } from './context.ts'

/** A source as it is kept, or as somebody is about to add it. */
export type FetchableSource = { kind: string; url: string | null; config: Record<string, unknown> }

/** Asks a source of any kind for its posts; nothing is stored. A kind that sends by itself has none to give. */
export async function fetchSource(
  context: Pick<Context, 'db' | 'now'>,
  { kind, url, config }: FetchableSource,
  more: Pick<SourceContext, 'validators' | 'signal' | 'timeoutMs'> = {},
): Promise<SourceFetch> {
  if (!isFetchedKind(kind)) return { ok: false, problem: { code: 'not_asked', details: { kind } } }
  const source = sourceOf(kind)
  const settings = source.config.safeParse({ url, ...config })
  if (!settings.success) {
    const field = settings.error.issues[0]?.path.join('.') ?? ''
    return { ok: false, problem: { code: 'bad_settings', details: { field } } }
  }
  return source.fetch(settings.data, {
    now: context.now,
    allowPrivate: allowedPrivate(),
    mappingOf: (sender) => savedMapping(context.db, sender),
    ...more,
  })
}

/** Every kind reads only what its own schema let through. */
function sourceOf(kind: FetchedKind): Source<unknown> {
  return sources[kind] as unknown as Source<unknown>
}
