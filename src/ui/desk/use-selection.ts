'use client'

import { useCallback, useEffect, useState } from 'react'

/** Which incident is open; it stands in the address, so that a link opens it and the phone's back key closes it. */
export function useSelection(initial: string | null): {
  selected: string | null
  /** `keep` leaves the present one in the history. */
  select: (incidentId: string | null, keep?: 'keep') => void
} {
  const [selected, setSelected] = useState(initial)
  useEffect(() => {
    const back = () => setSelected(new URLSearchParams(window.location.search).get('incident'))
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  const select = useCallback((incidentId: string | null, keep?: 'keep') => {
    setSelected(incidentId)
    const address = incidentId ? `?incident=${encodeURIComponent(incidentId)}` : window.location.pathname
    if (keep) window.history.pushState(null, '', address)
    else window.history.replaceState(null, '', address)
  }, [])
  return { selected, select }
}
