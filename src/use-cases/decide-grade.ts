import type { IncidentView, PersonView } from '#contracts/views.ts'
import { checkDecision, decisionKind } from '#domain/grading/decision.ts'
import { type Grade, gradeOfReason } from '#domain/grading/grade.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { numberOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import { type Context, recordedActor } from './context.ts'
import { saveAssessed } from './save-assessed.ts'

export type Word = { grade: Grade; reason: string | null }

/** Takes a person's word about the grade of an incident in the caller's hands, and records it. */
export async function decideGrade(
  context: Context,
  tx: Transaction,
  before: Incident,
  word: Word,
  people: { by: PersonView; secondBy: PersonView | null },
): Promise<IncidentView> {
  const reason = word.reason && maskPersonalData(word.reason)
  const proposed = gradeOfReason(before.gradeReason)
  const decision = { grade: word.grade, proposed, reason, by: people.by, at: context.now.toISOString() }
  const changed = { ...before, grade: word.grade, gradeDecision: decision }
  const { incident, follows } = await saveAssessed(context, tx, before, changed)
  const told = {
    incident,
    from: before.grade,
    to: word.grade,
    kind: decisionKind(decision),
    reason,
    ...people,
  }
  await record(
    tx,
    [{ incidentId: before.id, route: before.route, name: 'incident.grade_decided', data: told }, ...follows],
    { at: context.now, actor: recordedActor(context) },
  )
  return incident
}

/** A grade Ⅰ set or lowered by hand, which a second person has just let go; it is about the proposal as it stands now. */
export async function decideGradeTogether(
  context: Context,
  tx: Transaction,
  incidentId: string,
  word: Word,
  people: { first: PersonView; second: PersonView | null },
): Promise<Result<IncidentView>> {
  const before = await lockIncident(tx, incidentId)
  if (!before) return refusal('no_such_incident')
  if (before.state !== 'open') return refusal('not_open', { number: numberOf(before) })
  const taken = checkDecision(before, { ...word, seen: gradeOfReason(before.gradeReason) })
  if (!taken.ok) return taken
  return ok(await decideGrade(context, tx, before, word, { by: people.first, secondBy: people.second }))
}
