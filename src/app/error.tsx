'use client'

import { usePathname } from 'next/navigation'
import { FailedPage } from '#ui/shell/failed-page.tsx'

/** Any page that could not be made; the wall's keeps to the dark. */
export default function FailedRoute() {
  return <FailedPage wall={usePathname() === '/wall'} />
}
