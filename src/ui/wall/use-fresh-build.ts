'use client'

import { useEffect } from 'react'
import type { LinkState } from '#ui/live/link-state.ts'
import { serverHealth } from '#ui/live/server-health.ts'

/** The pulse comes every ten seconds; six missed in a row on a living link mean that our page is too old. */
const deafMs = 60_000
/** How often a deaf wall asks whether it may fetch itself. */
const askEveryMs = 10_000

/**
 * Nobody presses reload on a wall: after the server was renewed, the wall fetches itself anew – but only from a
 * server that is well, because in an outage the old picture with its age is worth more than a page that fails.
 */
export function useFreshBuild(link: LinkState, pulseAt: number, now: number): void {
  const deaf = link.state === 'live' && now - pulseAt > deafMs
  useEffect(() => {
    if (!deaf) return
    let left = false
    const ask = async () => {
      if ((await serverHealth())?.status === 'ok' && !left) window.location.reload()
    }
    void ask()
    const asking = setInterval(ask, askEveryMs)
    return () => {
      left = true
      clearInterval(asking)
    }
  }, [deaf])
}
