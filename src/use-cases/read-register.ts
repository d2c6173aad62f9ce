import type { ReadRegister, RegisterRowView, RegisterView } from '#contracts/register.ts'
import { type Actor, may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { keysOnVisibleRoutes } from '#domain/visible-routes.ts'
import type { Queryable } from '#store/database.ts'
import { handledIncidents } from '#store/handled-incident.ts'
import { type RegisteredIncident, registerCounts, registerPage } from '#store/incident-register.ts'
import { incidentViewOf, numberOf } from '#store/incident-view.ts'
import { readCursor, writeCursor } from '#store/page-cursor.ts'
import type { Context } from './context.ts'

const pageSize = 50

/**
 * 事件台账: a page of all incidents the reader may see, open and closed, and how many there are by each filter.
 * Refusals: role_may_not, not_understood { field }.
 */
export async function readRegister(
  context: Context,
  { cursor, ...filters }: ReadRegister,
): Promise<Result<RegisterView>> {
  const { actor, db, now } = context
  const allowed = may(actor, 'see_handling')
  if (!allowed.ok) return allowed
  const behind = cursor === undefined ? null : readCursor(cursor)
  if (cursor !== undefined && !behind) return refusal('not_understood', { field: 'cursor' })
  const wanted = { filters, now, onRoute: routeKeysOf(actor) }
  return db.transaction(
    async (tx) => {
      const found = await registerPage(tx, wanted, { behind, limit: pageSize })
      const page = found.slice(0, pageSize)
      const last = found.length > pageSize ? page.at(-1) : undefined
      const at = last && (filters.sort === 'changed' ? last.changedAt : last.incident.openedAt)
      return ok({
        at: now.toISOString(),
        rows: await registerRows(tx, page),
        next: last && at ? writeCursor({ at, id: last.incident.id }) : null,
        counts: behind ? null : await registerCounts(tx, wanted),
      })
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** What stands in the way of seeing everything; programs have the API. */
export function routeKeysOf(actor: Actor): string[] | null {
  return actor.kind === 'person' ? keysOnVisibleRoutes(actor) : null
}

/** Rows as screens and files show them. */
export async function registerRows(db: Queryable, page: RegisteredIncident[]): Promise<RegisterRowView[]> {
  const merged = page.flatMap(({ incident }) => (incident.mergedInto ? [incident.id] : []))
  const holders = await handledIncidents(db, merged)
  return page.map(({ incident, changedAt }) => {
    const holder = incident.mergedInto ? holders.get(incident.id) : undefined
    return {
      incident: incidentViewOf(incident),
      changedAt: changedAt.toISOString(),
      closedAt: incident.closedAt?.toISOString() ?? null,
      mergedInto: holder ? { id: holder.id, number: numberOf(holder) } : null,
    }
  })
}
