import type { LoggedEvent } from '#contracts/events.ts'
import type { IncidentDetailView, RelatedView } from '#contracts/incident-detail.ts'
import type { TimelineEntry } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Queryable } from '#store/database.ts'
import { eventsOfIncident, lastEventId } from '#store/event-log.ts'
import { mergedInto } from '#store/handled-incident.ts'
import { incidentViewOf, numberOf } from '#store/incident-view.ts'
import { findIncident } from '#store/incidents.ts'
import { postViewOf } from '#store/post-view.ts'
import { postsOfIncident } from '#store/posts.ts'
import type { Context } from './context.ts'
import { readSpread } from './read-spread.ts'
import { recordTextRead } from './record-text-read.ts'
import { timelineDetails } from './timeline-details.ts'

/**
 * One incident with its timeline, and its posts for those on its route.
 * Refusals: no_such_incident, not_your_agency.
 */
export async function readIncident(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<IncidentDetailView>> {
  const answer = await readFromStore(context, incidentId)
  if (answer.ok && answer.value.posts.length > 0) await recordTextRead(context, incidentId)
  return answer
}

async function readFromStore(context: Context, incidentId: string): Promise<Result<IncidentDetailView>> {
  return context.db.transaction(
    async (tx) => {
      const incident = await findIncident(tx, incidentId)
      if (!incident) return refusal('no_such_incident')
      const { route } = incident
      const allowed = may(context.actor, 'see_incident', { route })
      if (!allowed.ok) return allowed
      const readable = may(context.actor, 'see_post_text', { route }).ok
      const posts = readable ? await postsOfIncident(tx, incidentId) : []
      const events = await eventsOfIncident(tx, incidentId)
      return ok({
        lastEventId: await lastEventId(tx),
        incident: incidentViewOf(incident),
        spread: await readSpread(tx, incident, context.now),
        related: await relatedOf(context, tx, incident.linkedTo),
        mergedInto: await relatedOf(context, tx, incident.mergedInto),
        merged: (await mergedInto(tx, incidentId)).flatMap((one) => toldOf(context, one)),
        posts: posts.map(postViewOf),
        textHidden: !readable,
        timeline: events.flatMap(timelineOf),
        chain: events[0]?.link ?? null,
      })
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** Another incident, told of where the reader may see it. */
async function relatedOf(context: Context, db: Queryable, id: string | null): Promise<RelatedView | null> {
  const other = id && (await findIncident(db, id))
  return (other && toldOf(context, other)[0]) || null
}

function toldOf({ actor }: Context, { id, headline, route, ...number }: Incident): RelatedView[] {
  if (!may(actor, 'see_incident', { route }).ok) return []
  return [{ id, headline, number: numberOf(number) }]
}

type Acted = LoggedEvent & { actor: TimelineEntry['actor'] }

function timelineOf(event: Acted): TimelineEntry[] {
  const details = timelineDetails(event)
  return details ? [{ id: event.id, at: event.at, name: event.name, actor: event.actor, details }] : []
}
