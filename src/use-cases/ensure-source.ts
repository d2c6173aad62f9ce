import type { SourceKind } from '#domain/post/post.ts'
import type { Transaction } from '#store/database.ts'
import { insertSource, listSources } from '#store/sources.ts'
import type { Context } from './context.ts'

type Wanted = { kind: Extract<SourceKind, 'intake' | 'import'>; name: string }

/**
 * The source of that kind and name, made on first use; for doors that nobody configures (intake form, imports).
 * A name that a source of another kind has already is followed by a 2, so that no import revives a feed.
 */
export async function ensureSource(
  context: Context,
  tx: Transaction,
  { kind, name }: Wanted,
): Promise<{ id: string }> {
  for (const called of [name, `${name} 2`]) {
    const id = context.newId()
    const row = { id, kind, channel: 'other', name: called, createdAt: context.now } as const
    const known = (await sourceOf(tx, kind, called)) ?? ((await insertSource(tx, row)) ? { id } : null)
    // Another door may have made it in the meantime; only a source of another kind keeps the name from us.
    const found = known ?? (await sourceOf(tx, kind, called))
    if (found) return { id: found.id }
  }
  throw new Error(`source ${name} could neither be found nor made`)
}

async function sourceOf(tx: Transaction, kind: SourceKind, name: string): Promise<{ id: string } | null> {
  return (await listSources(tx)).find((source) => source.kind === kind && source.name === name) ?? null
}
