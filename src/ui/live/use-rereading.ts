'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'

/** A storm of events about one incident is answered by a reading every so often, not by one each. */
const restMs = 400

/** Has whatever is open of an incident read again, soon after something happened to it. */
export function useRereading(): (incidentId: string) => void {
  const queries = useQueryClient()
  const touched = useRef(new Set<string>())
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])
  return useCallback(
    (incidentId: string) => {
      const readAgain = () => {
        rest.current = undefined
        if (touched.current.size === 0) return
        for (const id of touched.current) void queries.invalidateQueries({ queryKey: ['of-incident', id] })
        touched.current.clear()
        rest.current = setTimeout(readAgain, restMs)
      }
      touched.current.add(incidentId)
      if (!rest.current) readAgain()
    },
    [queries],
  )
}
