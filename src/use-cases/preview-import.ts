import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { type HotlineTablePreview, previewHotlineTable } from '#sources/hotline-table.ts'
import { savedMappings } from '#store/import-mappings.ts'
import type { Context } from './context.ts'

export type ImportPreview = HotlineTablePreview & {
  /** Whose export this looks like, by the columns an officer once set; null when it is new to us. */
  sender: string | null
}

/**
 * Shows what an export holds before anything is taken in; nothing is stored. An export whose columns were set before
 * is recognised by its headings.
 * Refusals: role_may_not, and those of the file itself.
 */
export async function previewImport(context: Context, bytes: Uint8Array): Promise<Result<ImportPreview>> {
  const allowed = may(context.actor, 'import_posts')
  if (!allowed.ok) return allowed
  const preview = await previewHotlineTable(bytes)
  if (!preview.ok) return preview
  const headers = new Set(preview.value.headers)
  const fitting = (await savedMappings(context.db)).find(({ mapping }) => {
    const { defaultChannel: _, ...columns } = mapping
    return Object.values(columns).every((column) => headers.has(column))
  })
  if (!fitting) return ok({ ...preview.value, sender: null })
  return ok({ ...preview.value, mapping: fitting.mapping, sender: fitting.sender })
}
