import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { chainOldEvents } from './chain-old-events.ts'

/** Held while migrating, so that two starts at once take turns. */
const migrationLock = 7_231_200

/** Brings the schema of one database up to date; creates the database when it is not there yet. */
export async function migrate(url: string, migrationsFolder: string): Promise<void> {
  await createDatabaseIfMissing(url)
  const client = postgres(url, { max: 1, onnotice: () => undefined, connection: { TimeZone: 'UTC' } })
  try {
    await client`select pg_advisory_lock(${migrationLock})`
    const db = drizzle(client)
    await runMigrations(db, { migrationsFolder })
    await chainOldEvents(db)
  } finally {
    await client.end()
  }
}

async function createDatabaseIfMissing(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const probe = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await probe`select 1`
    return
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error
  } finally {
    await probe.end()
  }
  const server = new URL(url)
  server.pathname = '/postgres'
  const client = postgres(server.href, { max: 1, onnotice: () => undefined })
  try {
    await client`create database ${client(name)} encoding 'UTF8' template template0`
  } catch (error) {
    // Another start made it first: told as a duplicate name, or in a race as a duplicate key.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await client.end()
  }
}
