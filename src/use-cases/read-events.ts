import type { z } from 'zod'
import type { readEvents as asked } from '#contracts/api/events.ts'
import { mayByScope } from '#domain/api/api-key.ts'
import { requiredOnRoute } from '#domain/api/required-on-route.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { routedEventsAfter, somethingRecorded } from '#store/routed-events.ts'
import type { Context } from './context.ts'

type Wanted = z.output<typeof asked.query>
type Page = z.output<typeof asked.answer>

/** A notice can be lost with its connection; this often the log is looked at without one. */
const lookEveryMs = 1_000

/**
 * Events of the incidents the key's agency may see, after a cursor; where there are none yet it waits for them as long
 * as it was asked to. Refusals: role_may_not, scope_missing.
 */
export async function readEvents(
  context: Context,
  { after, limit, wait }: Wanted,
  gone: AbortSignal = new AbortController().signal,
): Promise<Result<Page>> {
  const { actor, db } = context
  if (actor.kind !== 'api_key') return refusal('role_may_not')
  const allowed = mayByScope(actor, 'follow_events', false)
  if (!allowed.ok) return allowed
  const onRoute = requiredOnRoute(actor)
  const until = performance.now() + wait * 1_000
  let cursor = after
  for (;;) {
    const page = await routedEventsAfter(db, { after: cursor, limit, onRoute })
    const left = until - performance.now()
    if (page.events.length > 0 || left <= 0 || gone.aborted) return ok(page as unknown as Page)
    cursor = page.cursor
    if (!page.more) await somethingRecorded(db, Math.min(left, lookEveryMs), gone)
  }
}
