import type { NewEvent } from '#contracts/events.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { yuanOf } from '#domain/ledger/fen.ts'
import { balanceOf } from '#domain/ledger/ledger.ts'
import { instalmentStates } from '#domain/ledger/plan.ts'
import { record } from '#store/event-log.ts'
import { ledgerOf, lockLatePlans, savePlanDue } from '#store/ledger.ts'
import type { Context } from './context.ts'

const batch = 100

/**
 * Tells once of each part of a plan that was not paid by the end of its day; a closed incident is opened again by it.
 * @returns how many parts were missed.
 */
export async function tellMissedInstalments(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const happened: (NewEvent & { route: string[] })[] = []
    for (const { plan, route } of await lockLatePlans(tx, shanghaiDay(context.now), batch)) {
      const paidSince = balanceOf(await ledgerOf(tx, plan.incidentId)).paidFen - plan.paidBeforeFen
      const states = instalmentStates(plan.instalments, paidSince, context.now)
      const missed = states.filter(({ state, dueOn }) => state === 'missed' && dueOn > (plan.missedOn ?? ''))
      const next = states.find(({ state }) => state === 'running')
      const missedOn = missed.at(-1)?.dueOn ?? plan.missedOn
      await savePlanDue(tx, { id: plan.id, missedOn, nextDueOn: next?.dueOn ?? null })
      for (const { dueOn, fen, paidFen } of missed) {
        const data = {
          incidentId: plan.incidentId,
          dueOn,
          yuan: yuanOf(fen),
          missingYuan: yuanOf(fen - paidFen),
        }
        happened.push({ name: 'instalment.missed', data, incidentId: plan.incidentId, route })
      }
    }
    await record(tx, happened, { at: context.now, actor: null })
    return happened.length
  })
}
