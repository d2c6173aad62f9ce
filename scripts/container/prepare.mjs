// One-shot service `prepare`: migrates, seeds, makes the first administrator and notes the realm for the programs.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitWith } from '../house/exit-with.mjs'
import { adminWords } from '../house/opening-words.mjs'
import { prepare } from '../house/prepare.mjs'
import { containerEnv } from './container-env.mjs'

await exitWith(async () => {
  // Only what a person asks for counts; the realm of the last start is to be found again, not obeyed.
  const asked = process.env.REALM === 'real' || process.env.REALM === 'drill' ? process.env.REALM : null
  const env = containerEnv({ ...process.env, REALM: asked ?? 'real' })
  const { realm, admin } = await prepare(env, asked)
  writeFileSync(join(env.SECRETS_DIR ?? '/house', 'realm'), realm)
  if (admin) process.stdout.write(`${adminWords(admin).join('\n')}\n`)
  return 0
})
