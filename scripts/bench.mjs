// `npm run bench`: measures the built programs and prints a table; nothing here passes or fails.
import './house/check-node.mjs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './house/build.mjs'
import { exitWith } from './house/exit-with.mjs'
import { findChromium } from './house/find-chromium.mjs'
import { root } from './house/project.mjs'
import { startThrowAwayServices } from './house/throw-away-services.mjs'

await exitWith(async () => {
  await buildIfStale()
  const services = await startThrowAwayServices({ durable: true })
  try {
    return await run(['--import', 'tsx', join(root, 'bench', 'main.ts'), ...process.argv.slice(2)], {
      ...process.env,
      TEST_DATABASE_URL: services.databaseUrl,
      TEST_REDIS_URL: services.redisUrl,
      CHROMIUM_PATH: await findChromium(),
    })
  } finally {
    await services.stop()
  }
})

function run(args, env) {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}
