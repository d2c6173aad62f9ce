import { realmDatabaseUrl } from '#platform/env.ts'
import { logger } from '#platform/log.ts'
import { onShutdown } from '#platform/shutdown.ts'
import { openDatabase } from '#store/database.ts'
import { beat } from '#store/heartbeats.ts'
import { graceMs, lookOver } from './audit/look-over.ts'
import { every } from './every.ts'

/** A process of its own that trusts nobody: it looks at the rows, and says when it last could. */
const log = logger('auditor')
const db = openDatabase(realmDatabaseUrl(), 1)

const startedAt = Date.now()
const nothing = { found: 0, settled: 0 }

const rounds = every(15_000, log, async () => {
  const now = new Date()
  // After a night's rest everything is late; the others are given the time they always have.
  const rested = now.getTime() - startedAt < graceMs
  const { found, settled } = rested ? nothing : await lookOver(db, now)
  // Only a whole round counts as a look; the screens show how long ago it was.
  await beat(db, 'auditor', now)
  if (found + settled > 0) log.warn({ found, settled }, 'looked over everything that is due')
})
log.info('ready')

onShutdown(log, async () => {
  await rounds.stop()
  await db.$client.end({ timeout: 2 })
})
