import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** One of the ids, as a single parameter: the statement stays the same however many there are, and is kept prepared. */
export function anyOf(column: AnyColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${`{${ids.join(',')}}`}::uuid[])`
}
