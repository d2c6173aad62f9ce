import { logger } from '#platform/log.ts'
import { onShutdown } from '#platform/shutdown.ts'
import { database } from '#store/database.ts'
import { beat } from '#store/heartbeats.ts'
import { postsWaitSince } from '#store/posts.ts'
import { polledSources } from '#store/sources.ts'
import { contextFor, producer } from '#use-cases/context.ts'
import { escalateAlerts } from '#use-cases/escalate-alerts.ts'
import { every } from './every.ts'

const log = logger('scheduler')
const queue = producer(log)
const context = () => contextFor({ kind: 'system', name: 'scheduler' }, 'scheduler')

/** A post that still waits after this long has lost its hint. */
const hintLostAfterMs = 2_000

const duties = [
  every(1_000, log, () => escalateAlerts(context())),
  every(1_000, log, async () => {
    const now = new Date()
    const lost = await postsWaitSince(database(), new Date(now.getTime() - hintLostAfterMs), now)
    if (lost) await queue.hint('correlate-posts', {}, 'correlate')
  }),
  every(2_000, log, async () => {
    if (await queue.ping()) await queue.keepPolling(await polledSources(database()))
  }),
  every(3_000, log, () => beat(database(), 'scheduler', new Date())),
]
log.info('ready')

onShutdown(log, async () => {
  await Promise.all(duties.map((duty) => duty.stop()))
  await queue.close()
  await database().$client.end({ timeout: 2 })
})
