import type { PlanView, SignPlan } from '#contracts/ledger.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { fenOf } from '#domain/ledger/fen.ts'
import { balanceOf } from '#domain/ledger/ledger.ts'
import { admitPlan } from '#domain/ledger/plan.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { ledgerOf, type PlanRow, replacePlan } from '#store/ledger.ts'
import { planViewOf } from '#store/ledger-view.ts'
import type { Context } from './context.ts'
import { finishPayment } from './finish-payment.ts'
import { lockedHandled } from './locked-handled.ts'
import { settledHow } from './settled-how.ts'

/**
 * Puts a signed repayment plan in force; it replaces an earlier one of the same book and must cover exactly what is left.
 * Refusals: no_such_incident, not_your_agency, role_may_not, owed_unknown, day_in_the_future, plan_empty,
 * plan_too_long { max }, plan_order, plan_in_the_past, plan_sum { planned, left }.
 */
export async function signPlan(context: Context, input: SignPlan): Promise<Result<PlanView>> {
  const { now } = context
  return context.db.transaction(async (tx) => {
    const locked = await lockedHandled(context, tx, input.incidentId, 'keep_ledger')
    if (!locked.ok) return locked
    const { incident, by } = locked.value
    const rows = await ledgerOf(tx, input.incidentId)
    const balance = balanceOf(rows)
    if (!balance.known) return refusal('owed_unknown')
    if (input.signedOn > shanghaiDay(now)) return refusal('day_in_the_future')
    const instalments = input.instalments.map(({ dueOn, yuan }) => ({ dueOn, fen: fenOf(yuan) }))
    const admitted = admitPlan(instalments, balance.leftFen, now)
    if (!admitted.ok) return admitted
    const plan: PlanRow = {
      id: context.newId(),
      incidentId: input.incidentId,
      signedOn: input.signedOn,
      enforceable: input.enforceable,
      instalments,
      paidBeforeFen: balance.paidFen,
      at: now,
      by,
      replacedAt: null,
      missedOn: null,
      nextDueOn: instalments[0]?.dueOn ?? null,
    }
    await replacePlan(tx, plan)
    const view = planViewOf(plan, rows, now)
    const settled = await settledHow(tx, incident.id, { now, verifiedYuan: null })
    const finished = settled ? await finishPayment(context, tx, incident, by) : []
    await record(
      tx,
      [
        {
          name: 'plan.signed',
          data: { incidentId: incident.id, plan: view, by },
          incidentId: incident.id,
          route: incident.route,
        },
        ...finished,
      ],
      { at: now, actor: by },
    )
    return ok(view)
  })
}
