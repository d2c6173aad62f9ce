import { logger } from '#platform/log.ts'
import { startWorkers } from '#platform/queue.ts'
import { onShutdown } from '#platform/shutdown.ts'
import { database } from '#store/database.ts'
import { beat } from '#store/heartbeats.ts'
import { refreshReadingTables } from '#store/reading-tables.ts'
import { contextFor } from '#use-cases/context.ts'
import { correlatePosts } from '#use-cases/correlate-posts.ts'
import { pollSource } from '#use-cases/poll-source.ts'
import { every } from './every.ts'

const log = logger('workers')
const context = () => contextFor({ kind: 'system', name: 'workers' }, 'workers')

const reading = every(2_000, log, () => refreshReadingTables(database()))

const workers = startWorkers(
  {
    'poll-source': async (data) => {
      await pollSource(context(), data)
    },
    'correlate-posts': async () => {
      await correlatePosts(context())
    },
  },
  log,
)
const alive = every(3_000, log, () => beat(database(), 'workers', new Date()))
log.info('ready')

onShutdown(log, async () => {
  await Promise.all([alive.stop(), reading.stop()])
  await workers.close()
  await database().$client.end({ timeout: 2 })
})
