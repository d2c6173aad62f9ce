import type { SourceForm } from '#contracts/source-form.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { isPushedKind } from '#sources/index.ts'
import { sourceForms } from '#sources/source-form.ts'
import type { Context } from './context.ts'

/** The forms of the kinds this person may add. */
export async function listSourceForms({ actor }: Context): Promise<Result<SourceForm[]>> {
  const allowed = may(actor, 'manage_sources')
  if (!allowed.ok) return allowed
  const mayGiveKeys = may(actor, 'manage_hotline_keys').ok
  return ok(sourceForms().filter(({ kind }) => mayGiveKeys || !isPushedKind(kind)))
}
