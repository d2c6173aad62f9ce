import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { hasReport } from '#store/daily-reports.ts'
import { type Context, recordedActor } from './context.ts'
import { makeReport } from './make-report.ts'

/**
 * Makes a further edition of a day's report, with the reason; the one before stays as it is.
 * Refusals: role_may_not, no_such_report, changed_meanwhile.
 */
export async function correctReport(
  context: Context,
  { day, reason }: { day: string; reason: string },
): Promise<Result<{ edition: number }>> {
  const allowed = may(context.actor, 'correct_report')
  if (!allowed.ok) return allowed
  if (!(await hasReport(context.db, day))) return refusal('no_such_report', { day })
  const why = { reason: maskPersonalData(reason), by: recordedActor(context) }
  const made = await makeReport(context, day, why)
  return made ? ok({ edition: made.edition }) : refusal('changed_meanwhile')
}
