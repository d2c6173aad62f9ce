import { serverHealth } from './server-health.ts'

/** How often a part that could not be fetched is tried again. */
const tryEveryMs = 3_000

/**
 * A part of a page that comes after the page. Without a link it is waited for, so that a screen opened as the link
 * broke shows what it has; only a server that is well and still has not got the part is a fault.
 */
export async function fetchPart<Part>(
  fetchIt: () => Promise<Part>,
  healthNow: typeof serverHealth = serverHealth,
): Promise<Part> {
  for (let wellBefore = false; ; ) {
    try {
      return await fetchIt()
    } catch (missing) {
      const well = (await healthNow()) !== null
      if (well && wellBefore) throw missing
      wellBefore = well
      if (!well) await new Promise((resolve) => setTimeout(resolve, tryEveryMs))
    }
  }
}
