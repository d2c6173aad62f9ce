import { within } from '#platform/within.ts'

export type Order = { id: number; what: 'correlate' | 'stop' }
export type Answer = { id: number; error: Error | null }

/** What is needed of a thread. */
export type Thread = {
  postMessage(order: Order): void
  on(event: 'message', hear: (answer: Answer) => void): unknown
  on(event: 'error', hear: (error: Error) => void): unknown
  on(event: 'exit', hear: () => void): unknown
  terminate(): Promise<unknown>
}

/** Well within what a process is given to stop. */
const closeWithinMs = 2_000

export type Correlator = {
  /** Resolves when no post waits any more. */
  correlate(): Promise<void>
  close(): Promise<void>
}

/**
 * Passes the job on to the thread that carries it out.
 * @param lost called once when the thread has died by itself: the process cannot do its duty without it.
 */
export function correlatorOn(thread: Thread, lost: (error: Error) => void): Correlator {
  const waiting = new Map<number, { done: () => void; failed: (error: Error) => void }>()
  let last = 0
  let gone = false
  let died = new Error('the correlating thread has left')
  let closing = false
  const left = new Promise<void>((resolve) => {
    thread.on('exit', () => {
      gone = true
      for (const { failed } of waiting.values()) failed(died)
      waiting.clear()
      if (!closing) lost(died)
      resolve()
    })
  })
  thread.on('error', (error) => {
    died = error
  })
  thread.on('message', ({ id, error }) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.failed(error)
    else asked?.done()
  })
  return {
    correlate() {
      if (gone) return Promise.reject(died)
      last += 1
      thread.postMessage({ id: last, what: 'correlate' })
      return new Promise((done, failed) => waiting.set(last, { done, failed }))
    },
    async close() {
      if (gone) return
      closing = true
      thread.postMessage({ id: 0, what: 'stop' })
      await within(closeWithinMs, 'the correlating thread', left).catch(() => thread.terminate())
    },
  }
}
