import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { seedAgencies } from '#store/agencies.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { migrate } from '#store/migrate.ts'

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))
const journal = fileURLToPath(new URL('../../migrations/meta/_journal.json', import.meta.url))
/** Named for its migrations, so that a new one builds a new template. */
const template = `anxin_template_${createHash('sha256').update(readFileSync(journal)).digest('hex').slice(0, 12)}`

let prepared: Promise<void> | null = null

export type TestDatabase = { db: Database; url: string; drop: () => Promise<void> }

/** A migrated and seeded database of its own, copied from a template in a fraction of a second. */
export async function freshDatabase(): Promise<TestDatabase> {
  prepared ??= prepareTemplate()
  await prepared
  const name = `anxin_${randomUUID().replaceAll('-', '')}`
  await onServer((client) => client`create database ${client(name)} template ${client(template)}`)
  const url = urlOf(name)
  const db = openDatabase(url)
  return {
    db,
    url,
    async drop() {
      await db.$client.end()
      await onServer((client) => client`drop database if exists ${client(name)} with (force)`)
    },
  }
}

async function prepareTemplate(): Promise<void> {
  await onServer(async (client) => {
    await client`select pg_advisory_lock(7231299)`
    const [known] = await client`select 1 from pg_database where datname = ${template}`
    if (known) return
    const building = `${template}_building`
    await client`drop database if exists ${client(building)} with (force)`
    await migrate(urlOf(building), migrationsFolder)
    const db = openDatabase(urlOf(building), 1)
    await seedAgencies(db)
    await db.$client.end()
    await client`alter database ${client(building)} rename to ${client(template)}`
  })
}

function urlOf(name: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return url.href
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_DATABASE_URL names no PostgreSQL server; run the tests with `npm test`')
  return url
}

async function onServer<T>(work: (client: postgres.Sql) => Promise<T>): Promise<T> {
  const client = postgres(serverUrl(), { max: 1, onnotice: () => undefined })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
