import type { ForetoldView } from '#contracts/release.ts'
import type { Queryable } from '#store/database.ts'
import { numberOf } from '#store/incident-view.ts'
import { findIncident } from '#store/incidents.ts'
import type { Context } from './context.ts'
import { mergedIncident } from './join-incidents.ts'

/** What a merge would leave: which goes where, and what changes on the one that stays. */
export async function foretellJoin(
  context: Context,
  db: Queryable,
  { incidentId, intoId }: { incidentId: string; intoId: string },
): Promise<ForetoldView[]> {
  const [other, into] = [await findIncident(db, incidentId), await findIncident(db, intoId)]
  if (!other || !into) return []
  const after = mergedIncident(context, into, other)
  const accepted = (one: typeof into) => one.alerts.filter(({ state }) => state === 'accepted').length
  const agencies = new Set([...into.alerts, ...other.alerts].map(({ agency }) => agency))
  const lines: ForetoldView[] = [
    { what: 'merged_into', from: title(other), to: title(into) },
    { what: 'posts', from: into.postCount, to: after.postCount },
    { what: 'grade', from: into.grade, to: after.grade },
    { what: 'routed_agencies', from: into.alerts.length, to: agencies.size },
    { what: 'accepted_agencies', from: accepted(into), to: acceptedTogether(into, other) },
  ]
  return lines.filter(({ what, from, to }) => what === 'merged_into' || from !== to)
}

type Accepted = { alerts: { agency: string; state: string }[] }

function acceptedTogether(...both: Accepted[]): number {
  const accepted = both.flatMap(({ alerts }) => alerts.filter(({ state }) => state === 'accepted'))
  return new Set(accepted.map(({ agency }) => agency)).size
}

function title({ headline, ...number }: { headline: string; openedDay: string; dayCount: number }): string {
  return `${numberOf(number)} ${headline}`
}
