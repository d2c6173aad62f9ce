'use client'

import { useSyncExternalStore } from 'react'

/** Whether a media query holds; `guess` comes from the server until the browser can say. */
export function useMedia(query: string, guess = false): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
    () => guess,
  )
}
