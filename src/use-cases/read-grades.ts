import type { EditionView, GradesView } from '#contracts/grading.ts'
import { completed, defaultRules } from '#domain/grading/default-rules.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { type EditionName, editionInForce, listEditions } from '#store/editions.ts'
import { placesOfEvents } from '#store/gazetteer.ts'
import { regradingOf } from '#store/regradings.ts'
import type { Context } from './context.ts'

/** The grade rules in force and every version before them. */
export async function readGrades(context: Context): Promise<Result<GradesView>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const inForce = await editionInForce(context.db, 'grades')
  const version = inForce?.version ?? 0
  const regrading = await regradingOf(context.db, version)
  return ok({
    version,
    regrading: regrading && {
      looked: regrading.looked,
      changed: regrading.changed,
      finished: regrading.finishedAt !== null,
    },
    rules: inForce ? completed(inForce.rules) : defaultRules,
    versions: await editionViews(context, 'grades', version),
    places: placesOfEvents(),
  })
}

/** Newest first, down to the product's own. */
export async function editionViews(
  { db }: Context,
  name: EditionName,
  inForce: number,
): Promise<EditionView[]> {
  const saved = (await listEditions(db, name)).map(({ madeAt, ...one }) => ({
    ...one,
    madeAt: madeAt.toISOString(),
    active: one.version === inForce,
  }))
  const seed = { version: 0, madeAt: null, madeBy: null, why: '', wentBackTo: null, active: inForce === 0 }
  return [...saved, seed]
}
