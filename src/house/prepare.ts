import { resolve } from 'node:path'
import { ensureFirstAdministrator } from '#auth/first-users.ts'
import { env, realmDatabaseUrl } from '#platform/env.ts'
import { seedAgencies } from '#store/agencies.ts'
import { openDatabase } from '#store/database.ts'
import { migrate } from '#store/migrate.ts'
import { prepareChannels } from '#store/prepare-channels.ts'
import { hasOutsideSource } from '#store/sources.ts'

const migrations = resolve('migrations')

/**
 * Migrates and seeds the databases, makes the first administrator of the real one, and says in one
 * line of JSON which realm to run: what was asked for, else the drill until a real source is configured.
 */
async function prepare(asked: 'real' | 'drill' | null): Promise<void> {
  const settings = env()
  const realUrl = realmDatabaseUrl({ ...settings, REALM: 'real' })
  await migrate(realUrl, migrations)
  const real = openDatabase(realUrl, 1)
  await seedAgencies(real)
  await prepareChannels(real, new Date())
  const configured = await hasOutsideSource(real)
  const admin = await ensureFirstAdministrator(real, new Date())
  await real.$client.end()
  const realm = asked ?? (configured ? 'real' : 'drill')
  if (realm === 'drill') await prepareDrill(realmDatabaseUrl({ ...settings, REALM: 'drill' }))
  const { username, password } = admin
  const told = { realm, sources: configured ? 1 : 0, ...(password && { admin: { username, password } }) }
  process.stdout.write(`${JSON.stringify(told)}\n`)
}

async function prepareDrill(url: string): Promise<void> {
  await migrate(url, migrations)
  const drill = openDatabase(url, 1)
  await seedAgencies(drill)
  await prepareChannels(drill, new Date())
  await drill.$client.end()
}

function askedRealm(args: string[]): 'real' | 'drill' | null {
  if (args.includes('--real')) return 'real'
  return args.includes('--drill') ? 'drill' : null
}

await prepare(askedRealm(process.argv.slice(2)))
