'use client'

import { useQuery } from '@tanstack/react-query'
import type { Result } from '#domain/result.ts'
import { type IncidentReadings, read } from './read.ts'

/** Without a link the reading is tried again this often. */
const retryEveryMs = 5_000

/** One part of an incident (its ledger, its tasks …), read again whenever the log tells of something about it. */
export function useOfIncident<What extends keyof IncidentReadings>(
  what: What,
  incidentId: string | null,
): {
  answer: Result<IncidentReadings[What]> | null
  /** The last reading did not get through; what is shown is older. */
  failed: boolean
} {
  const { data, isError } = useQuery({
    queryKey: ['of-incident', incidentId, what],
    queryFn: () => read(what, { incidentId: incidentId ?? '' }),
    enabled: incidentId !== null,
    retry: false,
    refetchInterval: (query) => query.state.status === 'error' && retryEveryMs,
  })
  return { answer: (data as Result<IncidentReadings[What]> | undefined) ?? null, failed: isError }
}
