/** The clock the evening is played by; tests push one of their own. */
export type Clock = {
  now(): Date
  /** Resolves after the time has passed, or at once when the evening is broken off. */
  wait(milliseconds: number): Promise<void>
}

/** The clock on the wall; `signal` ends every waiting. */
export function wallClock(signal: AbortSignal): Clock {
  return {
    now: () => new Date(),
    wait: (milliseconds) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        const done = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, Math.max(0, milliseconds))
        signal.addEventListener('abort', done, { once: true })
      }),
  }
}
