// One-shot service `prepare`: migrates, seeds and makes the first administrator.
import { exitWith } from '../house/exit-with.mjs'
import { adminWords } from '../house/opening-words.mjs'
import { prepare } from '../house/prepare.mjs'
import { containerEnv } from './container-env.mjs'

await exitWith(async () => {
  const { admin } = await prepare(containerEnv(process.env), 'real')
  if (admin) process.stdout.write(`${adminWords(admin).join('\n')}\n`)
  return 0
})
