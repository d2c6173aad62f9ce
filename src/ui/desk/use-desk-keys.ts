'use client'

import { useRef } from 'react'
import type { Acceptance } from '#ui/alert/use-acceptance.ts'
import { acceptableAlert, mayRegroup, nextRecordable } from '#ui/incident/incident-right.ts'
import { searchFieldMark } from './desk-search.tsx'
import type { DeskSurface } from './desk-surface.ts'
import { filterQueue, rowsOf } from './filter-queue.ts'
import { useKeys } from './use-keys.ts'

/**
 * J K move · A accept · D record · M merge · / search · ? all keys. Returns the acceptance that remembers its place:
 * what was accepted sinks in the queue, and J goes on with the row that stood below it.
 */
export function useDeskKeys(
  { queue, tab, typed, incident, person, agencies, accept }: DeskSurface,
  acts: {
    select: (incidentId: string) => void
    record: () => void
    join: () => void
    dismiss: () => void
    help: () => void
  },
): Acceptance['accept'] {
  const resume = useRef<{ from: string; to: string } | null>(null)
  const ids = rowsOf(filterQueue(queue, tab, typed)).map((row) => row.incident.id)
  const at = incident ? ids.indexOf(incident.id) : -1
  const open = (id: string | undefined) => {
    if (!id) return
    acts.select(id)
    requestAnimationFrame(() =>
      document.querySelector(`[data-incident="${id}"]`)?.scrollIntoView({ block: 'nearest' }),
    )
  }
  const acceptHere: Acceptance['accept'] = (alert, promise) => {
    const below = ids[at + 1]
    resume.current = below ? { from: alert.incidentId, to: below } : null
    accept(alert, promise)
  }
  useKeys({
    j: () => {
      const next = resume.current?.from === incident?.id ? resume.current?.to : undefined
      open(next && ids.includes(next) ? next : ids[Math.min(at + 1, ids.length - 1)])
    },
    k: () => open(ids[Math.max(at - 1, 0)]),
    a: () => {
      const owed = incident && acceptableAlert(incident, person)
      if (owed) acceptHere(owed)
    },
    d: () => {
      if (incident && nextRecordable(incident, person, agencies)) acts.record()
    },
    m: () => {
      if (incident && mayRegroup(incident, person)) acts.join()
    },
    escape: acts.dismiss,
    '/': () => document.querySelector<HTMLInputElement>(`[${searchFieldMark}]`)?.focus(),
    '?': acts.help,
  })
  return acceptHere
}
