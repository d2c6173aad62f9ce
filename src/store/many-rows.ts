import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from './database.ts'

type Insert<T extends PgTable> = T['$inferInsert']

/**
 * Inserts any number of rows by one statement with one parameter, which is the same for every batch and kept prepared.
 * All rows name the same fields; fields that are no columns of the table are left out.
 */
export async function insertRows<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: Insert<T>[],
  onConflict: (columns: string[]) => SQL = () => sql``,
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = columnsIn(table, first)
  const list = identifiers(columns.map(({ name }) => name))
  const conflict = onConflict(columns.map(({ name }) => name))
  await tx.execute(sql`
    insert into ${table} (${list}) select ${list} from ${recordset(columns, rows)} ${conflict}`)
}

/** Inserts rows, or writes every field of those that are there by `key`. */
export async function upsertRows<T extends PgTable>(
  tx: Transaction,
  table: T,
  key: string[],
  rows: Insert<T>[],
): Promise<void> {
  await insertRows(tx, table, rows, (columns) => {
    const changing = columns.filter((name) => !key.includes(name))
    return sql`on conflict (${identifiers(key)}) do update set ${assignments(changing, 'excluded')}`
  })
}

/** Writes the named fields of any number of rows by one statement; rows are found by `id`. */
export async function updateRows<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: (Partial<Insert<T>> & { id: string })[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = columnsIn(table, first)
  const changing = columns.map(({ name }) => name).filter((name) => name !== 'id')
  await tx.execute(sql`
    update ${table} as held set ${assignments(changing, 'told')}
    from ${recordset(columns, rows)} where held.id = told.id`)
}

type Column = { field: string; name: string; type: string }

function columnsIn(table: PgTable, row: object): Column[] {
  return Object.entries(getTableColumns(table))
    .filter(([field]) => field in row)
    .map(([field, column]) => ({ field, name: column.name, type: column.getSQLType() }))
}

function identifiers(names: string[]): SQL {
  return sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  )
}

function assignments(names: string[], from: 'excluded' | 'told'): SQL {
  const set = names.map(
    (name) => sql`${sql.identifier(name)} = ${sql.identifier(from)}.${sql.identifier(name)}`,
  )
  return sql.join(set, sql`, `)
}

function recordset(columns: Column[], rows: object[]): SQL {
  const types = columns.map(({ name, type }) => sql`${sql.identifier(name)} ${sql.raw(type)}`)
  const told = rows.map((row) =>
    Object.fromEntries(columns.map(({ field, name }) => [name, (row as Record<string, unknown>)[field]])),
  )
  return sql`jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told (${sql.join(types, sql`, `)})`
}
