import type { z } from 'zod'
import type { listAlerts as asked } from '#contracts/api/alerts.ts'
import { mayByScope } from '#domain/api/api-key.ts'
import { requiredOnRoute } from '#domain/api/required-on-route.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { apiAlertOf } from '#store/api-view.ts'
import { lastEventId } from '#store/event-log.ts'
import { alertsPage } from '#store/incident-pages.ts'
import { alertViewOf } from '#store/incident-view.ts'
import { readCursor, writeCursor } from '#store/page-cursor.ts'
import type { Context } from './context.ts'

type Wanted = z.output<typeof asked.query>
type Listed = z.output<typeof asked.answer>

/**
 * A page of one agency's alerts on incidents the key may see, newest first; its own agency's when none is named.
 * Refusals: role_may_not, scope_missing, not_understood.
 */
export async function listAlerts(context: Context, wanted: Wanted): Promise<Result<Listed>> {
  const { actor, db } = context
  if (actor.kind !== 'api_key') return refusal('role_may_not')
  const allowed = mayByScope(actor, 'see_incident', false)
  if (!allowed.ok) return allowed
  const { cursor, limit, state, agency = actor.agency, incidentId } = wanted
  const behind = cursor === undefined ? null : readCursor(cursor)
  if (cursor !== undefined && !behind) return refusal('not_understood', { field: 'cursor' })
  return db.transaction(
    async (tx) => {
      const asOf = await lastEventId(tx)
      const onRoute = requiredOnRoute(actor)
      const found = await alertsPage(tx, { state, agency, incidentId, onRoute, behind, limit })
      const page = found.slice(0, limit)
      const last = found.length > limit ? page.at(-1) : undefined
      const next = last ? writeCursor({ at: last.raisedAt, id: last.id }) : null
      return ok({ alerts: page.map((one) => apiAlertOf(alertViewOf(one))), next, asOf })
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
