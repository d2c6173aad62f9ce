import { createNodeRedisClient, Queue, Worker } from 'bullmq'
import { type JobData, type JobName, jobs } from '#contracts/jobs.ts'
import { traceOf, withoutParameters } from './error-trace.ts'
import type { Logger } from './log.ts'
import { keyPrefix, openRedis } from './redis.ts'
import { within } from './within.ts'

/** A finished hint is of no use to anybody; a failed one is kept a while for the curious. */
const afterwards = { removeOnComplete: true, removeOnFail: { age: 3_600, count: 200 } }

/** Well within what a process is given to stop. */
const closeWithinMs = 2_000

export type Producer = {
  /** Wakes a worker. Fails soft: the scheduler's sweep finds the same row within seconds. */
  hint<N extends JobName>(name: N, data: JobData<N>, sameAs: string): Promise<void>
  ping(): Promise<boolean>
  close(): Promise<void>
}

export function openProducer(log: Logger): Producer {
  const client = openRedis(log)
  void client.connect().catch(() => undefined)
  const connection = createNodeRedisClient(client)
  const open = <N extends JobName>(name: N) => {
    const queue = new Queue(name, { connection, prefix: keyPrefix(), skipVersionCheck: true })
    queue.on('error', () => undefined)
    return queue
  }
  const queues = { 'poll-source': open('poll-source'), 'correlate-posts': open('correlate-posts') }

  return {
    async hint(name, data, sameAs) {
      if (!client.isReady) return
      try {
        await withinSecond(
          queues[name].add(name, data, {
            ...afterwards,
            deduplication: { id: sameAs, keepLastIfActive: true },
          }),
        )
      } catch (error) {
        log.warn({ job: name, reason: (error as Error).message }, 'hint lost; the sweep will find the row')
      }
    },
    async ping() {
      if (!client.isReady) return false
      return withinSecond(client.ping()).then(
        () => true,
        () => false,
      )
    },
    async close() {
      await closed(Promise.all(Object.values(queues).map((queue) => queue.close())))
      client.destroy()
    },
  }
}

export type Handlers = { [N in JobName]: (data: JobData<N>) => Promise<void> }

/** Starts one worker per job; leave a handler out and it does not compile. */
export function startWorkers(handlers: Handlers, log: Logger): { close(): Promise<void> } {
  const names = Object.keys(jobs) as JobName[]
  const started = names.map((name) =>
    startWorker(name, handlers[name] as (data: unknown) => Promise<void>, log),
  )
  return {
    async close() {
      await Promise.allSettled(started.map((worker) => worker.close()))
    },
  }
}

function startWorker(name: JobName, handle: (data: unknown) => Promise<void>, log: Logger) {
  const client = openRedis(log)
  void client.connect().catch(() => undefined)
  // Redis keeps the error of a failed job for a while; what failed may have been a query full of text.
  const carryOut = async (data: unknown) => {
    await handle(jobs[name].data.parse(data)).catch((error: unknown) => {
      throw withoutParameters(error)
    })
  }
  const worker = new Worker(name, (job) => carryOut(job.data), {
    connection: createNodeRedisClient(client),
    prefix: keyPrefix(),
    concurrency: jobs[name].concurrency,
    skipVersionCheck: true,
  })
  worker.on('error', (error) => log.warn({ job: name, reason: error.message }, 'worker waits for redis'))
  worker.on('failed', (job, error) =>
    log.error({ job: name, data: job?.data, ...traceOf(error) }, 'job failed'),
  )
  return {
    async close() {
      await closed(worker.close())
      client.destroy()
    },
  }
}

/** Without Redis there is nobody to say goodbye to, and work cut short is found again by its row. */
async function closed(farewell: Promise<unknown>): Promise<void> {
  await within(closeWithinMs, 'redis', farewell).catch(() => undefined)
}

/** Redis that hangs must not hold up a caller whose work is already safe in PostgreSQL. */
function withinSecond<T>(work: Promise<T>): Promise<T> {
  return within(1_000, 'redis', work)
}
