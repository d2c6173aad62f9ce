'use client'

import { useSyncExternalStore } from 'react'

const query = '(max-width: 767px)'

/** True below 768 px, where the desk is the phone; `guess` comes from the server until the browser can say. */
export function usePhone(guess: boolean): boolean {
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
