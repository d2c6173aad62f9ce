import { randomUUID } from 'node:crypto'
import type { JobData, JobName } from '#contracts/jobs.ts'
import type { PersonView } from '#contracts/views.ts'
import type { Actor } from '#domain/permission.ts'
import { type Logger, logger } from '#platform/log.ts'
import { openProducer, type Producer } from '#platform/queue.ts'
import { type Database, database } from '#store/database.ts'

/** What every use case is given: the moment, who asks, and what it stands on. */
export type Context = {
  now: Date
  actor: Actor
  newId: () => string
  log: Logger
  db: Database
  /** Wakes a worker after a commit; it fails soft, since the row is the promise. */
  hint: <N extends JobName>(job: N, data: JobData<N>, sameAs: string) => Promise<void>
}

const slot = Symbol.for('anxin.producer')
const shared = globalThis as { [slot]?: Producer }

/** The context of this process, for one call by one actor. */
export function contextFor(actor: Actor, process = 'web'): Context {
  const log = logger(process)
  return {
    now: new Date(),
    actor,
    newId: randomUUID,
    log,
    db: database(),
    hint: (job, data, sameAs) => producer(log).hint(job, data, sameAs),
  }
}

/** One connection to the queue per process. */
export function producer(log: Logger): Producer {
  shared[slot] ??= openProducer(log)
  return shared[slot]
}

/** How the actor stands in the log: a duty post, never a personal name; null for our own processes. */
export function recordedActor({ actor }: Context): PersonView | null {
  if (actor.kind === 'person') return { post: actor.post, agency: actor.agency }
  if (actor.kind === 'api_key') {
    const { post, name, agency } = actor
    return post === null ? { post: name, agency } : { post, agency, via: name }
  }
  if (actor.kind === 'machine') return { post: actor.name, agency: null }
  return null
}
