import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, expect, it } from 'vitest'
import { migrate } from './migrate.ts'

const folder = fileURLToPath(new URL('../../migrations', import.meta.url))
const made: string[] = []

function urlOf(database: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  url.pathname = `/${database}`
  return url.href
}
const newName = () => {
  made.push(`anxin_${randomUUID().replaceAll('-', '')}`)
  return made.at(-1) ?? ''
}

async function ask<T>(url: string, question: (client: postgres.Sql) => Promise<T>): Promise<T> {
  const client = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await question(client)
  } finally {
    await client.end()
  }
}

afterAll(() =>
  ask(urlOf('postgres'), async (client) => {
    for (const name of made) await client`drop database if exists ${client(name)} with (force)`
  }),
)

it('makes a database that is not there, in UTF-8, and brings it up to date', async () => {
  const url = urlOf(newName())
  await migrate(url, folder)
  const [row] = await ask(
    url,
    (client) => client`select pg_encoding_to_char(encoding) as encoding,
    (select count(*)::int from event) as events from pg_database where datname = current_database()`,
  )
  expect(row).toEqual({ encoding: 'UTF8', events: 0 })
})

it('changes nothing the second time, and lets five starts at once take turns', async () => {
  const url = urlOf(newName())
  await Promise.all(Array.from({ length: 5 }, () => migrate(url, folder)))
  const count = () =>
    ask(
      url,
      async (client) => (await client`select count(*)::int as n from drizzle.__drizzle_migrations`)[0]?.n,
    )
  const before = await count()
  await migrate(url, folder)
  expect([before, await count()]).toEqual([before, before])
  expect(before).toBeGreaterThan(0)
})

it('says at once when the server refuses it', async () => {
  const url = new URL(urlOf(newName()))
  url.password = 'wrong'
  await expect(migrate(url.href, folder)).rejects.toThrow(/password|authentication/)
})
