import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { FlaggedLines } from './flag-lines.ts'
import type { LineBlock } from './line-blocks.ts'

/** More threads than this wait for the one that reads and writes. */
const mostThreads = 4
/** Blocks a thread holds: one in work, one waiting. */
const blocksPerThread = 2
/** Short-lived memory of a thread; more of it would only be filled before it is cleared. */
const youngMegabytes = 8

/** Only the built program has its threads beside it; from the sources everything is judged in one. */
export const hasThreads = import.meta.url.endsWith('.js')

type Waiting = { resolve(lines: FlaggedLines): void; reject(error: Error): void }

/** Threads that judge blocks side by side; the answers come back as promises, so their order is the caller's. */
export class FlagPool {
  readonly room: number
  readonly #threads: { worker: Worker; waiting: Waiting[] }[]
  #next = 0

  constructor(threads = Math.min(mostThreads, availableParallelism())) {
    this.#threads = Array.from({ length: Math.max(1, threads) }, startThread)
    this.room = this.#threads.length * blocksPerThread
  }

  /** The caller keeps no more than `room` answers open, which bounds the memory. */
  judge(block: LineBlock): Promise<FlaggedLines> {
    const thread = this.#threads[this.#next++ % this.#threads.length]
    if (!thread) throw new Error('a pool without threads')
    return new Promise((resolve, reject) => {
      thread.waiting.push({ resolve, reject })
      // A copy of its own that can be handed over; the block may share its memory with others.
      const bytes = new Uint8Array(block.bytes)
      thread.worker.postMessage({ ...block, bytes }, [bytes.buffer])
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()))
  }
}

function startThread(): { worker: Worker; waiting: Waiting[] } {
  const worker = new Worker(new URL('./flag-worker.js', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  })
  const waiting: Waiting[] = []
  worker.on('message', (lines: FlaggedLines) => waiting.shift()?.resolve(lines))
  worker.on('error', (error: Error) => {
    for (const { reject } of waiting.splice(0)) reject(error)
  })
  return { worker, waiting }
}
