import { followProposal } from '#domain/grading/decision.ts'
import { completed } from '#domain/grading/default-rules.ts'
import type { GradeRules } from '#domain/grading/rules.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import { editionInForce } from '#store/editions.ts'
import { record } from '#store/event-log.ts'
import { lockOpenBehind, lockRegrading, regradingOf, saveRegrading } from '#store/regradings.ts'
import { proposedAnew } from './assess-incident.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'
import { saveAssessed } from './save-assessed.ts'

/** So few that a storm of posts waits less than half a second for the incidents held. */
const batch = 50
/** By then every process has heard of an edition, so that none grades by the one before any more. */
const heardAfterMs = 5_000

/**
 * Proposes the grades of open incidents anew, a batch at a time, after other rules came into force. It goes on where it
 * was left, whichever process that was; what a person said stands as it does against new facts. Only what changes is told.
 * @returns how many were looked at.
 */
export async function reproposeGrades(context: Context): Promise<number> {
  const { db, now } = context
  const edition = await editionInForce(db, 'grades')
  if (!edition || now.getTime() - edition.madeAt.getTime() < heardAfterMs) return 0
  const { version } = edition
  if ((await regradingOf(db, version))?.finishedAt) return 0
  return db.transaction(async (tx) => {
    const run = await lockRegrading(tx, version, now)
    if (!run || run.finishedAt) return 0
    const incidents = await lockOpenBehind(tx, run.afterId, batch)
    const rules = completed(edition.rules)
    const told: Happened[] = []
    for (const one of incidents) told.push(await reproposed(context, tx, one, { rules, version }))
    await saveRegrading(tx, {
      ...run,
      afterId: incidents.at(-1)?.id ?? run.afterId,
      looked: run.looked + incidents.length,
      changed: run.changed + told.filter(({ length }) => length > 0).length,
      finishedAt: incidents.length < batch ? now : null,
    })
    await record(tx, told.flat(), { at: now, actor: null })
    return incidents.length
  })
}

/** Nothing where the proposal stays. */
async function reproposed(
  context: Context,
  tx: Transaction,
  before: Incident,
  { rules, version }: { rules: GradeRules; version: number },
): Promise<Happened> {
  const proposed = proposedAnew(before, context.now, rules)
  if (!proposed.changed) return []
  const changed = { ...before, ...followProposal(before, proposed.after, true) }
  const { incident, follows } = await saveAssessed(context, tx, before, changed)
  const about = { incidentId: before.id, route: before.route }
  if (changed.grade === before.grade) {
    const data = { incident, from: proposed.before, to: proposed.after.grade, edition: version }
    return [{ ...about, name: 'incident.reproposed', data }, ...follows]
  }
  const { rule } = changed.gradeReason
  const data = { incident, from: before.grade, to: changed.grade, rule, edition: version }
  return [{ ...about, name: 'incident.regraded', data }, ...follows]
}
