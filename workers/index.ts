import { Worker } from 'node:worker_threads'
import { openHostGate } from '#platform/host-politeness.ts'
import { logger } from '#platform/log.ts'
import { startWorkers } from '#platform/queue.ts'
import { onShutdown } from '#platform/shutdown.ts'
import { database } from '#store/database.ts'
import { beat } from '#store/heartbeats.ts'
import { refreshReadingTables } from '#store/reading-tables.ts'
import { contextFor } from '#use-cases/context.ts'
import { pollDueSource } from '#use-cases/poll-due-source.ts'
import { ordinaryManners } from '#use-cases/visit-host.ts'
import { correlatorOn } from './correlator-thread.ts'
import { every } from './every.ts'

const log = logger('workers')
const gate = openHostGate(log)
const context = () => contextFor({ kind: 'system', name: 'workers' }, 'workers')

const reading = every(2_000, log, () => refreshReadingTables(database()))
const correlator = correlatorOn(new Worker(new URL('./correlator.js', import.meta.url)), (error) => {
  throw error
})

const workers = startWorkers(
  {
    'poll-source': async (data) => {
      await pollDueSource(context(), data, ordinaryManners(gate))
    },
    'correlate-posts': () => correlator.correlate(),
  },
  log,
)
const alive = every(3_000, log, () => beat(database(), 'workers', new Date()))
log.info('ready')

onShutdown(log, async () => {
  await Promise.all([alive.stop(), reading.stop()])
  await workers.close()
  await correlator.close()
  await gate.close()
  await database().$client.end({ timeout: 2 })
})
