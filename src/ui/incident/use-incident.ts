'use client'

import type { IncidentDetailView } from '#contracts/incident-detail.ts'
import type { Result } from '#domain/result.ts'
import { useOfIncident } from '#ui/live/use-of-incident.ts'

/** Posts and timeline of one incident. */
export function useIncident(incidentId: string | null): {
  answer: Result<IncidentDetailView> | null
  failed: boolean
} {
  return useOfIncident('incident', incidentId)
}
