import type { CalledPostView } from '#contracts/handling.ts'
import type { ForetoldView } from '#contracts/release.ts'
import type { PersonView } from '#contracts/views.ts'
import { type CalledPost, type PostToCall, postsToCall } from '#domain/call-out/call-out.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { kindsOf } from '#domain/task/checklist.ts'
import { calledFor, calledViewOf, insertCalled } from '#store/call-outs.ts'
import type { Queryable, Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { territoryKeys } from '#store/gazetteer.ts'
import { callOutList } from '#store/handling-lists.ts'
import { numberOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import type { Context } from './context.ts'

/** A post of the call-out list, named by its agency and its role. */
export type WantedPost = { agency: string; post: string }

/** Whom the list names for this incident and nobody has called yet. */
export async function postsStillToCall(db: Queryable, incident: Incident): Promise<PostToCall[]> {
  const called = new Set((await calledFor(db, incident.id)).map(keyOf))
  const listed = postsToCall(callOutList, kindsOf(incident), territoryKeys(incident.placeCode))
  return listed.filter((one) => !called.has(keyOf(one)))
}

/**
 * Whether these posts may be called for this incident as it stands; locks the incident.
 * Refusals: no_such_incident, not_open { number }, not_your_agency, role_may_not, not_on_call_out_list, already_called.
 */
export async function mayCall(
  context: Context,
  tx: Transaction,
  incidentId: string,
  wanted: WantedPost[],
): Promise<Result<{ incident: Incident; posts: PostToCall[] }>> {
  const incident = await lockIncident(tx, incidentId)
  if (!incident) return refusal('no_such_incident')
  if (incident.state !== 'open') return refusal('not_open', { number: numberOf(incident) })
  const allowed = may(context.actor, 'handle_incident', { route: incident.route })
  if (!allowed.ok) return allowed
  const listed = postsToCall(callOutList, kindsOf(incident), territoryKeys(incident.placeCode))
  const keys = new Set(wanted.map(keyOf))
  const named = listed.filter((one) => keys.has(keyOf(one)))
  if (named.length < keys.size) return refusal('not_on_call_out_list')
  const open = new Set((await postsStillToCall(tx, incident)).map(keyOf))
  const posts = named.filter((one) => open.has(keyOf(one)))
  return posts.length === 0 ? refusal('already_called') : ok({ incident, posts })
}

/** Calls them out: one row a post, one event for all. */
export async function callPosts(
  context: Context,
  tx: Transaction,
  { incidentId, posts: wanted }: { incidentId: string; posts: WantedPost[] },
  by: PersonView,
): Promise<Result<CalledPostView[]>> {
  const free = await mayCall(context, tx, incidentId, wanted)
  if (!free.ok) return free
  const { incident, posts } = free.value
  const callOutId = context.newId()
  const rows = posts.map(
    ({ agency, post, duty }): CalledPost => ({
      id: context.newId(),
      callOutId,
      incidentId,
      agency,
      post,
      duty,
      state: 'called',
      calledAt: context.now,
      answeredAt: null,
      answeredBy: null,
      etaMinutes: null,
      arrivedAt: null,
      note: null,
      version: 1,
    }),
  )
  const called = (await insertCalled(tx, rows)).map(calledViewOf)
  const route = [...new Set([...incident.route, ...called.map(({ agency }) => agency)])]
  await record(tx, [{ name: 'callout.sent', data: { incidentId, called, by }, incidentId, route }], {
    at: context.now,
    actor: by,
  })
  return ok(called)
}

/** What the second person reads before agreeing to a mass call-out. */
export function foretellCall(posts: WantedPost[]): ForetoldView[] {
  return [{ what: 'called_posts', from: null, to: posts.length }]
}

function keyOf({ agency, post }: WantedPost): string {
  return `${agency} ${post}`
}
