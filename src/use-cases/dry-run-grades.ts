import type { GradesDryRunView } from '#contracts/grading.ts'
import { compareGrades } from '#domain/grading/grade.ts'
import type { GradeRules } from '#domain/grading/rules.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { openOrSince } from '#store/graded-incidents.ts'
import { incidentRules } from '#store/incident-rules.ts'
import { numberOf } from '#store/incident-view.ts'
import { proposedAnew } from './assess-incident.ts'
import type { Context } from './context.ts'
import { soundEdition } from './save-edition.ts'

const days = 90
/** Looked at in one run; the open and the newest first. */
const most = 5_000
const changesMost = 50
/** Graded between two breaths of the process. */
const batch = 500

/**
 * Which open and recent incidents unsaved rules would propose another grade for; nothing is saved. Refusals: those of
 * rules that cannot be saved.
 */
export async function dryRunGrades(
  context: Context,
  { rules }: { rules: GradeRules },
): Promise<Result<GradesDryRunView>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const sound = soundEdition('grades', rules)
  if (!sound.ok) return sound
  const since = new Date(context.now.getTime() - days * 86_400_000)
  const kept = await openOrSince(context.db, since, most + 1)
  const incidents = kept.slice(0, most)
  const changes: GradesDryRunView['changes'] = []
  for (let at = 0; at < incidents.length; at += batch) {
    for (const one of incidents.slice(at, at + batch)) changes.push(...changeOf(context, one, rules))
    await new Promise((breathe) => setImmediate(breathe))
  }
  const raised = changes.filter(({ before, after }) => compareGrades(after, before) > 0).length
  return ok({
    incidents: incidents.length,
    open: incidents.filter(({ state }) => state === 'open').length,
    days,
    cut: kept.length > most,
    reproposed: changes.filter(({ open }) => open).length,
    raised,
    lowered: changes.length - raised,
    changes: changes.slice(0, changesMost),
  })
}

/**
 * As it will be proposed anew once the rules are saved; of what is resolved, as it would have been proposed when it was
 * opened, in the season of that day.
 */
function changeOf(context: Context, incident: Incident, rules: GradeRules): GradesDryRunView['changes'] {
  const { id, headline, state, openedAt } = incident
  const open = state === 'open'
  const { after, ...proposed } = proposedAnew(incident, open ? context.now : openedAt, rules)
  const before = open ? proposed.before : proposedAnew(incident, openedAt, incidentRules().grades).after.grade
  if (after.grade === before) return []
  return [
    {
      incidentId: id,
      number: numberOf(incident),
      headline,
      open,
      decided: incident.gradeDecision !== null,
      before,
      after: after.grade,
      reason: after.reason,
    },
  ]
}
