import type { Clock } from './clock.ts'

const boundMs = 90_000
const pauseMs = 250

/** Waits until the web process says that every part is well; after a minute and a half the evening begins anyway. */
export async function waitForWeb(origin: string, clock: Clock, signal: AbortSignal): Promise<void> {
  const latest = clock.now().getTime() + boundMs
  while (!signal.aborted && clock.now().getTime() < latest) {
    if (await isHealthy(origin)) return
    await clock.wait(pauseMs)
  }
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5_000) })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}
