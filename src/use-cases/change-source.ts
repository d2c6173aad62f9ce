import type { NewEvent } from '#contracts/events.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { changeSource as change, findSourceCalled } from '#store/sources.ts'
import { type Context, recordedActor } from './context.ts'

export type SourceChange = 'pause' | 'resume' | 'remove'

const eventOf = { pause: 'source.paused', resume: 'source.resumed', remove: 'source.removed' } as const

/**
 * Pauses, resumes or removes a source, called by id, name or address. What it has brought stays.
 * Refusals: role_may_not, no_such_source.
 */
export async function changeSource(
  context: Context,
  { called, to }: { called: string; to: SourceChange },
): Promise<Result<{ id: string; name: string }>> {
  const allowed = may(context.actor, 'manage_sources')
  if (!allowed.ok) return allowed
  const source = await findSourceCalled(context.db, called)
  if (!source) return refusal('no_such_source', { name: called })
  const actor = recordedActor(context)
  const event: NewEvent = {
    name: eventOf[to],
    data: { sourceId: source.id, name: source.name, by: actor },
    incidentId: null,
  }
  await context.db.transaction(async (tx) => {
    await change(tx, source.id, rowChange(to, context.now))
    await record(tx, [{ ...event, route: null }], { at: context.now, actor })
  })
  if (to === 'resume') await context.hint('poll-source', { sourceId: source.id }, source.id)
  return ok({ id: source.id, name: source.name })
}

function rowChange(to: SourceChange, now: Date): Parameters<typeof change>[2] {
  // What we do not listen to is not silent; what we listen to again is asked at once.
  const heardAnew = { fellSilentAt: null, silence: null }
  if (to === 'pause') return { pausedAt: now, ...heardAnew }
  return to === 'resume' ? { pausedAt: null, nextPollAt: null } : { removedAt: now, ...heardAnew }
}
