import type { NewEvent } from '#contracts/events.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { officeAgency } from '#domain/contact/contact-rung.ts'
import { runningLimits } from '#domain/proceeding/proceeding.ts'
import { record } from '#store/event-log.ts'
import { handledIncident } from '#store/handled-incident.ts'
import { lockLateProceedings, markProceedingTold } from '#store/proceedings.ts'
import type { Context } from './context.ts'

const batch = 100

/**
 * Tells the unit that keeps it, once for each limit, of a hearing that passed without a word of what came of it, and
 * of a term to accept, rule or object that is over. @returns how many are late.
 */
export async function tellLateProceedings(context: Context): Promise<number> {
  const today = shanghaiDay(context.now)
  return context.db.transaction(async (tx) => {
    const happened: (NewEvent & { route: string[] })[] = []
    for (const { id, kind, dates, dueOn, by, incidentId } of await lockLateProceedings(tx, today, batch)) {
      const limits = runningLimits(kind, dates)
      const late = limits.find((limit) => limit.dueOn === dueOn)
      await markProceedingTold(tx, { id, dueOn: limits.find((limit) => limit.dueOn >= today)?.dueOn ?? null })
      const handled = await handledIncident(tx, incidentId)
      if (!late || !handled) continue
      happened.push({
        name: 'proceeding.overdue',
        data: {
          ...{ proceedingId: id, kind, stage: late.due, dueOn: late.dueOn },
          ...{ incidentId: handled.id, agency: by.agency ?? officeAgency },
        },
        incidentId: handled.id,
        route: handled.route,
      })
    }
    await record(tx, happened, { at: context.now, actor: null })
    return happened.length
  })
}
