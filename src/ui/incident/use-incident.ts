'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { IncidentDetailView } from '#contracts/incident-detail.ts'
import type { IncidentView } from '#contracts/views.ts'
import type { Result } from '#domain/result.ts'
import { read } from '#ui/live/read.ts'

/** Without a link the reading is tried again this often. */
const retryEveryMs = 5_000

/** Posts and timeline of one incident, read again whenever the board says that something about it changed. */
export function useIncident(incident: IncidentView | null): {
  answer: Result<IncidentDetailView> | null
  /** The last reading did not get through; what is shown is older. */
  failed: boolean
} {
  const id = incident?.id ?? null
  const { data, isError } = useQuery({
    queryKey: ['incident', id, incident && changeStamp(incident)],
    queryFn: () => read('incident', { incidentId: id ?? '' }),
    enabled: id !== null,
    placeholderData: keepPreviousData,
    retry: false,
    refetchInterval: (query) => query.state.status === 'error' && retryEveryMs,
  })
  const last = useRef<Result<IncidentDetailView> | null>(null)
  if (data) last.current = data
  const answer = last.current && isAbout(last.current, id) ? last.current : null
  return { answer, failed: isError }
}

/** Differs whenever an event about the incident was applied to the board; a press not yet answered changes nothing. */
export function changeStamp({ version, postCount, alerts, steps }: IncidentView): string {
  const alertVersions = alerts.map((alert) => `${alert.version}.${alert.rung}`)
  return [version, postCount, ...alertVersions, ...steps.map(({ doneAt }) => doneAt ?? '')].join(' ')
}

/** While another incident is being read, the previous one's text must not stand under its name. */
function isAbout(answer: Result<IncidentDetailView>, id: string | null): boolean {
  return !answer.ok || answer.value.incident.id === id
}
