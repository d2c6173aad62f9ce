'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readIncident } from '#actions/board.ts'
import type { IncidentDetailView, IncidentView } from '#contracts/views.ts'
import type { Result } from '#domain/result.ts'

/** Posts and timeline of one incident, read again whenever the board says that something about it changed. */
export function useIncident(incident: IncidentView | null): {
  answer: Result<IncidentDetailView> | null
  /** The last reading did not get through; what is shown is older. */
  failed: boolean
} {
  const id = incident?.id ?? null
  const queries = useQueryClient()
  const stamp = incident ? changeStamp(incident) : ''
  const { data, isError } = useQuery({
    queryKey: ['incident', id],
    queryFn: () => readIncident({ incidentId: id ?? '' }),
    enabled: id !== null,
  })
  useEffect(() => {
    if (id && stamp) void queries.invalidateQueries({ queryKey: ['incident', id] })
  }, [queries, id, stamp])
  const answer = data && belongs(data, id) ? data : null
  return { answer, failed: isError }
}

/** Differs whenever an event about the incident was applied to the board. */
export function changeStamp({ version, postCount, alerts, steps }: IncidentView): string {
  const alertVersions = alerts.map((alert) => `${alert.version}${alert.state}${alert.rung}`)
  return [version, postCount, ...alertVersions, ...steps.map(({ doneAt }) => doneAt ?? '')].join(' ')
}

/** While another incident is being read, the previous one's text must not stand under its name. */
function belongs(answer: Result<IncidentDetailView>, id: string | null): boolean {
  return !answer.ok || answer.value.incident.id === id
}
