import type { BoardView } from '#contracts/views.ts'
import { seasonOn } from '#domain/clock/season.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { lastEventId } from '#store/event-log.ts'
import { incidentRules } from '#store/incident-rules.ts'
import { incidentViewOf } from '#store/incident-view.ts'
import { closingIncidents, openIncidents } from '#store/incidents.ts'
import type { Context } from './context.ts'
import { pulseNow } from './read-pulse.ts'

/** Everything the actor may see, and the event it is true up to: what comes after is replayed on top. */
export async function readBoard(context: Context): Promise<Result<BoardView>> {
  const allowed = may(context.actor, 'see_board')
  if (!allowed.ok) return allowed
  const pulse = await pulseNow(context)
  return context.db.transaction(
    async (tx) => {
      const sees = ({ route }: { route: string[] }) => may(context.actor, 'see_incident', { route }).ok
      const visible = (await openIncidents(tx)).filter(sees)
      const closing = (await closingIncidents(tx)).filter(sees)
      return ok({
        lastEventId: await lastEventId(tx),
        at: context.now.toISOString(),
        realm: env().REALM,
        season: seasonOn(context.now, incidentRules().seasons),
        incidents: visible.map(incidentViewOf),
        closing: closing.map(incidentViewOf),
        agencies: await listAgencies(tx),
        pulse,
      })
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
