import type { z } from 'zod'
import type { readIncident as asked } from '#contracts/api/incidents.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { apiIncidentOf, apiPostOf } from '#store/api-view.ts'
import { lastEventId } from '#store/event-log.ts'
import { findIncident } from '#store/incidents.ts'
import { postViewOf } from '#store/post-view.ts'
import { postsOfIncident } from '#store/posts.ts'
import type { Context } from './context.ts'
import { recordTextRead } from './record-text-read.ts'

type Shown = z.output<typeof asked.answer>

/**
 * One incident for a program, with its posts where the key's agency is on the route and its scopes say so.
 * One that is not visible is not there. Refusals: no_such_incident, role_may_not, scope_missing.
 */
export async function showIncident(context: Context, { id }: { id: string }): Promise<Result<Shown>> {
  const answer = await context.db.transaction(
    async (tx): Promise<Result<Shown>> => {
      const incident = await findIncident(tx, id)
      if (!incident) return refusal('no_such_incident')
      const { route } = incident
      const allowed = may(context.actor, 'see_incident', { route })
      if (!allowed.ok)
        return allowed.refusal.code === 'not_your_agency' ? refusal('no_such_incident') : allowed
      const readable = may(context.actor, 'see_post_text', { route }).ok
      const posts = readable ? await postsOfIncident(tx, id) : null
      return ok({
        incident: apiIncidentOf(incident),
        posts: posts?.map((one) => apiPostOf(postViewOf(one))) ?? null,
        asOf: await lastEventId(tx),
      })
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  if (answer.ok && answer.value.posts?.length) await recordTextRead(context, id)
  return answer
}
