import { problemOf as gradesProblem } from '#domain/grading/rules-problem.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
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
 * Saves grade rules or routes as a new version and puts them in force; every process follows within seconds.
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
  const problem =
    name === 'grades'
      ? gradesProblem(rules as EditionOf['grades'])
      : routesProblem(rules as EditionOf['routes'], duties)
  return problem ? refusal(problem.code, problem.details) : ok(true)
}

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
  const changed = name === 'grades' ? ('grade_rules.changed' as const) : ('route_rules.changed' as const)
  await record(tx, [{ name: changed, data, incidentId: null, route: null }], { at: context.now, actor: by })
  return version
}
