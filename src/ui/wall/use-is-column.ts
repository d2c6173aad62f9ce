'use client'

import { useSyncExternalStore } from 'react'

const query = '(max-width: 1023px)'

/** True where the wall is one column, as on a phone; the server draws the wall. */
export function useIsColumn(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  )
}

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}
