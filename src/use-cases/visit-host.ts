import { allowedPrivate } from '#platform/allowed-private.ts'
import { gapLeastMs, type HostGate, memoryGate } from '#platform/host-politeness.ts'
import { askRobots, wantedGapMs } from './ask-robots.ts'
import type { Context } from './context.ts'

/** How this process behaves toward the servers it reads. */
export type Manners = {
  gate: HostGate
  /** A server of the office's own is read as fast as it answers. */
  isOwn: (url: URL) => boolean
}

export type Visit =
  | { leave: () => Promise<void> }
  | { waitMs: number }
  | { problem: { code: string; details: Record<string, string | number> } }

const processGate = memoryGate()

/** Robots and gaps for everybody but the hosts named in ALLOW_PRIVATE_SOURCES. */
export function ordinaryManners(gate: HostGate = processGate): Manners {
  const allow = allowedPrivate()
  return {
    gate,
    isOwn: ({ hostname, port, protocol }) => {
      const host = hostname.replace(/^\[|\]$/g, '')
      return allow(host, Number(port || (protocol === 'https:' ? 443 : 80)), host)
    },
  }
}

/** Asks a server's robots.txt and waits for a place in its queue; `leave` gives the place back. */
export async function visitHost(context: Context, address: string | null, manners: Manners): Promise<Visit> {
  const url = address && URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || manners.isOwn(url)) return { leave: async () => undefined }
  const entrance = await manners.gate.enter(url.host, Math.max(gapLeastMs, await wantedGapMs(context, url)))
  if (!entrance.ok) return { waitMs: entrance.waitMs }
  const verdict = await askRobots(context, url).catch(async (error: unknown) => {
    await entrance.leave()
    throw error
  })
  if (verdict.allowed) return { leave: entrance.leave }
  await entrance.leave()
  return { problem: verdict.problem }
}
