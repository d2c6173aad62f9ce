import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { realmDatabaseUrl } from '#platform/env.ts'
import { onceMoreAfterLostRace } from './lost-race.ts'
import { keepStatements } from './prepared-statements.ts'

export type Database = PostgresJsDatabase & { $client: Sql }
/** What a use case holds between begin and commit. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
export type Queryable = Database | Transaction

const slot = Symbol.for('anxin.database')
const shared = globalThis as { [slot]?: Database }

/** The realm's own database; one pool per process, also where Next and the server bundle this file twice. */
export function database(): Database {
  shared[slot] ??= openDatabase(realmDatabaseUrl())
  return shared[slot]
}

export function openDatabase(url: string, connectionsMax = 10): Database {
  const client = postgres(url, {
    max: connectionsMax,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: { application_name: 'anxin', TimeZone: 'UTC' },
  })
  return onceMoreAfterLostRace(drizzle(keepStatements(client)) as Database)
}
