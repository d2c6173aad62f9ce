import { waitUntil } from './recorded-process.mjs'

/**
 * Asks /api/health until it answers 200.
 * @param {string} origin
 * @param {{ boundMs: number, until: () => boolean }} options `until` ends the waiting early
 * @returns {Promise<{ healthy: boolean, answer: string }>} the last answer, for the sentence that says what is missing
 */
export async function waitForHealth(origin, { boundMs, until }) {
  let last = { healthy: false, answer: '' }
  await waitUntil(
    async () => {
      last = await ask(origin)
      return last.healthy || until()
    },
    boundMs,
    200,
  )
  return last
}

async function ask(origin) {
  try {
    const response = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5_000) })
    return { healthy: response.status === 200, answer: (await response.text()).slice(0, 500) }
  } catch (error) {
    return { healthy: false, answer: error.cause?.code ?? error.message }
  }
}
