import { fieldsOf } from '#contracts/form-field.ts'
import type { SourceForm } from '#contracts/source-form.ts'
import { type FetchedKind, type PushedKind, pushedSources, sources } from './index.ts'

/** The form of every kind that can be added, read off its own schema, in the order they are offered. */
export function sourceForms(): SourceForm[] {
  const fetched = Object.entries(sources).map(([kind, { config }]) => ({
    kind: kind as FetchedKind,
    pushed: false,
    fields: fieldsOf(config),
  }))
  const pushed = Object.entries(pushedSources).map(([kind, { config }]) => ({
    kind: kind as PushedKind,
    pushed: true,
    fields: fieldsOf(config),
  }))
  return [...fetched, ...pushed]
}
