import { traceOf } from '#platform/error-trace.ts'
import { gatewayReach } from '#platform/gateway-reach.ts'
import { logger } from '#platform/log.ts'
import { onShutdown } from '#platform/shutdown.ts'
import { database } from '#store/database.ts'
import { follow, lastEventId } from '#store/event-log.ts'
import { beat } from '#store/heartbeats.ts'
import { contextFor } from '#use-cases/context.ts'
import { openNotifier } from '#use-cases/notifier.ts'
import { every } from './every.ts'
import { oneAtATime } from './one-at-a-time.ts'

const log = logger('notifier')
const context = () => contextFor({ kind: 'system', name: 'notifier' }, 'notifier')
const notifier = openNotifier(context, gatewayReach())

// Woken by the log at once, and by the clock for what waits: the next channel, a retry, a lease that ran out.
const round = oneAtATime(() => notifier.round())
const failed = (error: unknown) => log.error(traceOf(error), 'a round of calls failed; the next one follows')
const wake = () => void round().catch(failed)
const follower = await follow(database(), await lastEventId(database()), wake, failed)
const duties = [every(500, log, round), every(3_000, log, () => beat(database(), 'notifier', new Date()))]
log.info('ready')

onShutdown(log, async () => {
  await Promise.all(duties.map((duty) => duty.stop()))
  await follower.close()
  await notifier.idle()
  await database().$client.end({ timeout: 2 })
})
