import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { yuanOf } from '#domain/ledger/fen.ts'
import { balanceOf } from '#domain/ledger/ledger.ts'
import { instalmentStates } from '#domain/ledger/plan.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { handledIncident } from '#store/handled-incident.ts'
import { lockIncident } from '#store/incidents.ts'
import { ledgerOf, lockLatePlans, type PlanRow, savePlanDue } from '#store/ledger.ts'
import { lockSteps } from '#store/steps.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'
import { openAgain, wasClosed } from './open-again.ts'
import { owePayment } from './owe-payment.ts'

/** Plans of one transaction; each may open an incident again. */
const batch = 20

/**
 * Tells once of each part of a plan that was not paid by the end of its day, under the incident that is handled now. The payment is owed anew, and a closed
 * incident is opened again (annex 3, 司法局: a broken promise brings the case back).
 * @returns how many parts were missed.
 */
export async function tellMissedInstalments(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const happened: Happened = []
    let told = 0
    for (const plan of await lockLatePlans(tx, shanghaiDay(context.now), batch)) {
      const handled = await handledIncident(tx, plan.incidentId)
      const missed = await missedParts(context, tx, plan)
      if (!handled || missed.length === 0) continue
      told += missed.length
      const { id: incidentId, route } = handled
      for (const part of missed) {
        happened.push({ name: 'instalment.missed', data: { incidentId, ...part }, incidentId, route })
      }
      happened.push(...(await oweAnew(context, tx, incidentId)))
    }
    await record(tx, happened, { at: context.now, actor: null })
    return told
  })
}

/** Parts not told of before, and the plan moved on to the part it waits for. */
async function missedParts({ now }: Context, tx: Transaction, plan: PlanRow) {
  const { id, incidentId } = plan
  const paidSince = balanceOf(await ledgerOf(tx, incidentId)).paidFen - plan.paidBeforeFen
  const states = instalmentStates(plan.instalments, paidSince, now)
  const missed = states.filter(({ state, dueOn }) => state === 'missed' && dueOn > (plan.missedOn ?? ''))
  const next = states.find(({ state }) => state === 'running')
  await savePlanDue(tx, {
    id,
    missedOn: missed.at(-1)?.dueOn ?? plan.missedOn,
    nextDueOn: next?.dueOn ?? null,
  })
  return missed.map(({ dueOn, fen, paidFen }) => ({
    dueOn,
    yuan: yuanOf(fen),
    missingYuan: yuanOf(fen - paidFen),
  }))
}

async function oweAnew(context: Context, tx: Transaction, incidentId: string): Promise<Happened> {
  const incident = await lockIncident(tx, incidentId)
  if (!incident) return []
  if (wasClosed(incident))
    return (await openAgain(context, tx, incident, { rule: 'instalment_missed' })).happened
  const payment = (await lockSteps(tx, incidentId)).find(
    ({ step, doneAt, waived }) => step === 'paid_or_planned' && doneAt && !waived,
  )
  return incident.state === 'open' && payment ? owePayment(context, tx, incident, payment) : []
}
