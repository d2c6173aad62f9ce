import type { SourceKind } from '#domain/post/post.ts'
import type { Transaction } from '#store/database.ts'
import { findSourceCalled, insertSource } from '#store/sources.ts'
import type { Context } from './context.ts'

/** The source of that name, made on first use; for doors that nobody configures (intake form, imports). */
export async function ensureSource(
  context: Context,
  tx: Transaction,
  { kind, name }: { kind: Extract<SourceKind, 'intake' | 'import'>; name: string },
): Promise<{ id: string }> {
  const known = await findSourceCalled(tx, name)
  if (known) return known
  const id = context.newId()
  const inserted = await insertSource(tx, { id, kind, channel: 'other', name, createdAt: context.now })
  if (inserted) return { id }
  const other = await findSourceCalled(tx, name)
  if (!other) throw new Error(`source ${name} could neither be found nor made`)
  return other
}
