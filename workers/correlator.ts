import { randomUUID } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { withoutParameters } from '#platform/error-trace.ts'
import { logger } from '#platform/log.ts'
import { database } from '#store/database.ts'
import { refreshIncidentRules } from '#store/incident-rules.ts'
import { refreshWorkingCalendar } from '#store/working-calendar.ts'
import type { Context } from '#use-cases/context.ts'
import { correlatePosts } from '#use-cases/correlate-posts.ts'
import type { Answer, Order } from './correlator-thread.ts'
import { every } from './every.ts'

// The thread of the workers that correlates: posts are read on one core while those read before are joined on another.
const log = logger('workers')

/** Joining wakes nobody: whoever follows the log is told by the database. */
const context = (): Context => ({
  now: new Date(),
  actor: { kind: 'system', name: 'workers' },
  newId: randomUUID,
  log,
  db: database(),
  hint: async () => undefined,
})

const inForce = async () => {
  await refreshIncidentRules(database())
  await refreshWorkingCalendar(database())
}
// Nothing is graded or counted before what is in force is known.
await inForce().catch(() => undefined)
const rules = every(2_000, log, inForce)

parentPort?.on('message', async ({ id, what }: Order) => {
  if (what === 'correlate') parentPort?.postMessage(await correlated(id))
  else {
    await rules.stop()
    await database().$client.end({ timeout: 2 })
    parentPort?.close()
  }
})

async function correlated(id: number): Promise<Answer> {
  try {
    await correlatePosts(context())
    return { id, error: null }
  } catch (error) {
    return { id, error: withoutParameters(error) }
  }
}
