'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'

/** Reads the page's data anew from the server, keeping what stands on the screen until it is there. */
export function useRefresh(): () => void {
  const router = useRouter()
  return () => startTransition(() => router.refresh())
}
