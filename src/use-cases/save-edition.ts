import { seasonsProblem } from '#domain/clock/season.ts'
import { hoursProblem } from '#domain/clock/shifts.ts'
import { problemOf as gradesProblem } from '#domain/grading/rules-problem.ts'
import { may } from '#domain/permission.ts'
import { responseProblem } from '#domain/response/response-rules.ts'
import { ok, type Refusal, type Result, refusal } from '#domain/result.ts'
import { problemOf as routesProblem } from '#domain/routing/routes-problem.ts'
import type { Transaction } from '#store/database.ts'
import {
  type EditionName,
  type EditionOf,
  editionInForce,
  insertEdition,
  lockEditions,
} from '#store/editions.ts'
import { record } from '#store/event-log.ts'
import { duties, refreshIncidentRules } from '#store/incident-rules.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * Saves grade rules, routes, hours of shifts, seasons or limits of the response as a new version and puts them in force; every process follows within
 * seconds.
 * Refusals: rules_changed_since { version }, and those of rules that cannot keep their promises.
 */
export async function saveEdition<Name extends EditionName>(
  context: Context,
  name: Name,
  { rules, why, basedOn }: { rules: EditionOf[Name]; why: string; basedOn: number },
): Promise<Result<{ version: number }>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const sound = soundEdition(name, rules)
  if (!sound.ok) return sound
  const saved = await context.db.transaction(async (tx) => {
    await lockEditions(tx, name)
    const version = (await editionInForce(tx, name))?.version ?? 0
    if (version !== basedOn) return refusal('rules_changed_since', { version })
    return ok({ version: await putInForce(context, tx, name, { rules, why, wentBackTo: null }) })
  })
  await refreshIncidentRules(context.db)
  return saved
}

/** Whether the rules keep their promises; the refusal says which they break. */
export function soundEdition<Name extends EditionName>(name: Name, rules: EditionOf[Name]): Result<true> {
  const problem = problems[name](rules)
  return problem ? refusal(problem.code, problem.details) : ok(true)
}

const problems: { [N in EditionName]: (rules: EditionOf[N]) => Refusal | null } = {
  grades: gradesProblem,
  routes: (rules) => routesProblem(rules, duties),
  shifts: (rules) => {
    const code = hoursProblem(rules)
    return code && { code, details: {} }
  },
  seasons: seasonsProblem,
  response: responseProblem,
}

const changed = {
  grades: 'grade_rules.changed',
  routes: 'route_rules.changed',
  shifts: 'shift_hours.changed',
  seasons: 'seasons.changed',
  response: 'response_rules.changed',
} as const

/** Writes an edition and its event; the caller holds the lock. */
export async function putInForce<Name extends EditionName>(
  context: Context,
  tx: Transaction,
  name: Name,
  edition: { rules: EditionOf[Name]; why: string; wentBackTo: number | null },
): Promise<number> {
  const by = recordedActor(context)
  const version = await insertEdition(tx, name, { ...edition, madeAt: context.now, madeBy: by })
  const data = { version, why: edition.why, by }
  await record(tx, [{ name: changed[name], data, incidentId: null, route: null }], {
    at: context.now,
    actor: by,
  })
  return version
}
