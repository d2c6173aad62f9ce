'use client'

import { useEffect } from 'react'
import type { LinkState } from '#ui/live/link-state.ts'

/** The pulse comes every ten seconds; six missed in a row on a living link mean that our page is too old. */
const deafMs = 60_000

/** Nobody presses reload on a wall: after the server was renewed, the wall fetches itself anew. */
export function useFreshBuild(link: LinkState, pulseAt: number, now: number): void {
  const deaf = link.state === 'live' && now - pulseAt > deafMs
  useEffect(() => {
    if (deaf) window.location.reload()
  }, [deaf])
}
