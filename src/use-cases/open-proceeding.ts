import type { OpenProceeding, ProceedingView } from '#contracts/proceedings.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { admitProceeding, dateStage, nextStage, proceedingStages } from '#domain/proceeding/proceeding.ts'
import { ok, type Result } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { proceedingViewOf } from '#store/proceeding-view.ts'
import { insertProceeding, type ProceedingRow } from '#store/proceedings.ts'
import type { Context } from './context.ts'
import { lockedHandled } from './locked-handled.ts'

/**
 * Notes that arbitrators or a court were asked: arbitration, advance enforcement, a payment order …
 * Refusals: no_such_incident, not_your_agency, role_may_not, conditions_missing, day_in_the_future.
 */
export async function openProceeding(
  context: Context,
  input: OpenProceeding,
): Promise<Result<ProceedingView>> {
  const { kind, factsClear, hardship, on } = input
  const today = shanghaiDay(context.now)
  return context.db.transaction(async (tx) => {
    const locked = await lockedHandled(context, tx, input.incidentId, 'keep_proceedings')
    if (!locked.ok) return locked
    const { incident, by } = locked.value
    const admitted = admitProceeding(kind, { factsClear, hardship })
    if (!admitted.ok) return admitted
    const dated = dateStage(kind, {}, { stage: proceedingStages[kind][0]?.id ?? '', on, today })
    if (!dated.ok) return dated
    const row: ProceedingRow = {
      id: context.newId(),
      incidentId: incident.id,
      kind,
      body: maskPersonalData(input.body),
      greenChannel: input.greenChannel,
      dates: { ...dated.value },
      dueOn: nextStage(kind, dated.value, today)?.dueOn ?? null,
      at: context.now,
      by,
      version: 1,
    }
    await insertProceeding(tx, row)
    const view = proceedingViewOf(row, today)
    const data = { incidentId: incident.id, proceeding: view, by }
    await record(tx, [{ name: 'proceeding.opened', data, incidentId: incident.id, route: incident.route }], {
      at: context.now,
      actor: by,
    })
    return ok(view)
  })
}
