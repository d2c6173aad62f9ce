import type { z } from 'zod'
import type { listIncidents as asked } from '#contracts/api/incidents.ts'
import { mayByScope } from '#domain/api/api-key.ts'
import { requiredOnRoute } from '#domain/api/required-on-route.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { apiIncidentOf } from '#store/api-view.ts'
import { lastEventId } from '#store/event-log.ts'
import { incidentsPage } from '#store/incident-pages.ts'
import { readCursor, writeCursor } from '#store/page-cursor.ts'
import type { Context } from './context.ts'

type Wanted = z.output<typeof asked.query>
type Listed = z.output<typeof asked.answer>

/** A page of what the key's agency may see, newest first. Refusals: role_may_not, scope_missing, not_understood. */
export async function listIncidents(context: Context, wanted: Wanted): Promise<Result<Listed>> {
  const { actor, db } = context
  if (actor.kind !== 'api_key') return refusal('role_may_not')
  const allowed = mayByScope(actor, 'see_incident', false)
  if (!allowed.ok) return allowed
  const { cursor, limit, state, grade, agency, openedAfter, openedBefore } = wanted
  const behind = cursor === undefined ? null : readCursor(cursor)
  if (cursor !== undefined && !behind) return refusal('not_understood', { field: 'cursor' })
  return db.transaction(
    async (tx) => {
      const asOf = await lastEventId(tx)
      const found = await incidentsPage(tx, {
        ...{ state, grade, behind, limit },
        onRoute: [...requiredOnRoute(actor), ...(agency ? [agency] : [])],
        openedAfter: openedAfter ? new Date(openedAfter) : undefined,
        openedBefore: openedBefore ? new Date(openedBefore) : undefined,
      })
      const page = found.slice(0, limit)
      const last = found.length > limit ? page.at(-1) : undefined
      const next = last ? writeCursor({ at: last.openedAt, id: last.id }) : null
      return ok({ incidents: page.map(apiIncidentOf), next, asOf })
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
