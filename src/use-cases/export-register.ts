import type { RegisterFilters, RegisterRowView } from '#contracts/register.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { registerPage } from '#store/incident-register.ts'
import type { Context } from './context.ts'
import { registerRows, routeKeysOf } from './read-register.ts'
import { recordExport } from './record-export.ts'

/** More rows than this belong into the data of a report, not into a file somebody carries away. */
const most = 10_000
const pageSize = 500

/** The register as it is filtered, for a file; the log tells that it left, how much of it, and by whom. Refusals: role_may_not. */
export async function exportRegister(
  context: Context,
  filters: RegisterFilters,
): Promise<Result<RegisterRowView[]>> {
  const { actor, db, now } = context
  const allowed = may(actor, 'export_register')
  if (!allowed.ok) return allowed
  const wanted = { filters, now, onRoute: routeKeysOf(actor) }
  const rows = await db.transaction(
    async (tx) => {
      const all: RegisterRowView[] = []
      let behind: { at: Date; id: string } | null = null
      while (all.length < most) {
        const found = await registerPage(tx, wanted, { behind, limit: pageSize })
        const page = found.slice(0, pageSize)
        all.push(...(await registerRows(tx, page)))
        const last = page.at(-1)
        if (!last || found.length <= pageSize) break
        const { incident, changedAt } = last
        behind = { at: filters.sort === 'changed' ? changedAt : incident.openedAt, id: incident.id }
      }
      return all
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  await recordExport(context, { what: 'incidents', count: rows.length })
  return ok(rows)
}
