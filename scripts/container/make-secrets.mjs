// One-shot service `secrets`: what `npm start` keeps in house.json, as files in a volume only this project mounts.
import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.env.SECRETS_DIR ?? '/house'

for (const name of ['postgres-password', 'auth-secret']) {
  const file = join(folder, name)
  // Readable by all: PostgreSQL and the programs run as different users, and nobody else sees the volume.
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o444 })
}
