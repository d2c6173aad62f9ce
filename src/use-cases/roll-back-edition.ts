import { defaultRules } from '#domain/grading/default-rules.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Queryable } from '#store/database.ts'
import { type EditionName, type EditionOf, editionInForce, editionOf, lockEditions } from '#store/editions.ts'
import { refreshIncidentRules, seedRoutes } from '#store/incident-rules.ts'
import { seedResponse } from '#store/response-rules.ts'
import { seedSeasons } from '#store/seasons.ts'
import { seedShifts } from '#store/shifts.ts'
import type { Context } from './context.ts'
import { putInForce, soundEdition } from './save-edition.ts'

/**
 * Puts an earlier version in force again, as a version of its own; 0 is the product's own.
 * Refusals: no_such_version, already_active, and those of an edition that no longer holds.
 */
export async function rollBackEdition<Name extends EditionName>(
  context: Context,
  name: Name,
  { version, why }: { version: number; why: string },
): Promise<Result<{ version: number }>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const rolled = await context.db.transaction(async (tx) => {
    await lockEditions(tx, name)
    const rules = await rulesOf(tx, name, version)
    if (!rules) return refusal('no_such_version', { version })
    const inForce = (await editionInForce(tx, name))?.version ?? 0
    if (inForce === version) return refusal('already_active', { version })
    const sound = soundEdition(name, rules)
    if (!sound.ok) return sound
    return ok({ version: await putInForce(context, tx, name, { rules, why, wentBackTo: version }) })
  })
  await refreshIncidentRules(context.db)
  return rolled
}

async function rulesOf<Name extends EditionName>(
  db: Queryable,
  name: Name,
  version: number,
): Promise<EditionOf[Name] | null> {
  const seed: EditionOf = {
    grades: defaultRules,
    routes: seedRoutes,
    shifts: [...seedShifts],
    seasons: seedSeasons,
    response: seedResponse,
  }
  return version === 0 ? seed[name] : ((await editionOf(db, name, version))?.rules ?? null)
}
