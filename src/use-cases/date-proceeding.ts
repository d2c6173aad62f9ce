import type { ProceedingView } from '#contracts/proceedings.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { dateStage, nextStage } from '#domain/proceeding/proceeding.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { proceedingViewOf } from '#store/proceeding-view.ts'
import { findProceeding, saveProceedingDates } from '#store/proceedings.ts'
import type { Context } from './context.ts'
import { lockedHandled } from './locked-handled.ts'

/**
 * Dates a stage of a proceeding: accepted, a hearing to come, heard, ruled, objected …
 * Refusals: no_such_proceeding, not_your_agency, role_may_not, stale_version, no_such_stage, stage_dated { on },
 * stage_skipped { stage }, stage_passed, stage_order { on }, day_in_the_future, objection_runs { on },
 * objection_over { on }.
 */
export async function dateProceeding(
  context: Context,
  { proceedingId, stage, on, version }: { proceedingId: string; stage: string; on: string; version: number },
): Promise<Result<ProceedingView>> {
  const today = shanghaiDay(context.now)
  return context.db.transaction(async (tx) => {
    const found = await findProceeding(tx, proceedingId)
    if (!found) return refusal('no_such_proceeding')
    const locked = await lockedHandled(context, tx, found.incidentId, 'keep_proceedings')
    if (!locked.ok) return locked
    const { incident, by } = locked.value
    const dated = dateStage(found.kind, found.dates, { stage, on, today })
    if (!dated.ok) return dated
    const dates = { ...dated.value }
    const dueOn = nextStage(found.kind, dates, today)?.dueOn ?? null
    const saved = await saveProceedingDates(tx, { id: found.id, dates, dueOn, version })
    if (!saved) return refusal('stale_version')
    const view = proceedingViewOf({ ...found, dates, version: version + 1 }, today)
    const data = { incidentId: incident.id, proceeding: view, stage, on, by }
    await record(tx, [{ name: 'proceeding.dated', data, incidentId: incident.id, route: incident.route }], {
      at: context.now,
      actor: by,
    })
    return ok(view)
  })
}
