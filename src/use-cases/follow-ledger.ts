import type { PersonView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { balanceOf, isSettled } from '#domain/ledger/ledger.ts'
import { instalmentStates } from '#domain/ledger/plan.ts'
import { balanceTogether } from '#domain/ledger/together.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { booksOf, type LedgerLine, planOf, savePlanDue } from '#store/ledger.ts'
import { balanceViewOf, entryViewOf } from '#store/ledger-view.ts'
import type { Context } from './context.ts'
import { finishPayment } from './finish-payment.ts'

/** What follows from a new line in a book: its plan's next part, the step of payment once nothing is left in any, and the event. */
export async function followLedger(
  context: Context,
  tx: Transaction,
  {
    incident,
    book,
    entry,
    by,
  }: { incident: Incident; book: LedgerLine[]; entry: LedgerLine; by: PersonView },
): Promise<void> {
  await advancePlan(context, tx, entry.incidentId, balanceOf(book).paidFen)
  const balance = balanceTogether((await booksOf(tx, incident.id)).map(({ rows }) => balanceOf(rows)))
  const finished = isSettled(balance) ? await finishPayment(context, tx, incident, by) : []
  await record(
    tx,
    [
      {
        name: 'ledger.entered',
        data: { incidentId: incident.id, entry: entryViewOf(entry), balance: balanceViewOf(balance), by },
        incidentId: incident.id,
        route: incident.route,
      },
      ...finished,
    ],
    { at: context.now, actor: by },
  )
}

/** The plan waits for its earliest part that is not paid in full. */
async function advancePlan(
  context: Context,
  tx: Transaction,
  incidentId: string,
  paidFen: number,
): Promise<void> {
  const plan = await planOf(tx, incidentId)
  if (!plan) return
  const states = instalmentStates(plan.instalments, paidFen - plan.paidBeforeFen, context.now)
  const open = states.find(({ state, dueOn }) => state !== 'kept' && dueOn > (plan.missedOn ?? ''))
  await savePlanDue(tx, { id: plan.id, missedOn: plan.missedOn, nextDueOn: open?.dueOn ?? null })
}
