'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { changeSource, listSources } from '#actions/sources.ts'
import type { SourceView } from '#contracts/views.ts'
import type { Refusal } from '#domain/result.ts'

const refreshEveryMs = 10_000

export type SourceChange = 'pause' | 'resume' | 'remove'
export type ChangeOutcome = { done: SourceChange } | { refusal: Refusal } | { unreachable: true }
export type SourceList = { at: string; sources: SourceView[] }

/** Every source, read again every ten seconds; what came of a change is kept beside its source. */
export function useSources(initial: SourceList) {
  const clock = useServerClock(initial.at)
  const [busy, setBusy] = useState<string | null>(null)
  const [outcomes, setOutcomes] = useState<Record<string, ChangeOutcome>>({})
  const { data, isError, refetch } = useQuery({
    queryKey: ['sources'],
    queryFn: async () => ({ at: clock(), sources: await readSources() }),
    initialData: initial,
    refetchInterval: refreshEveryMs,
    retry: false,
  })
  const change = async (source: SourceView, to: SourceChange) => {
    setBusy(source.id)
    const outcome = await carryOut(source.id, to)
    setOutcomes((before) => ({ ...before, [source.id]: outcome }))
    await refetch()
    setBusy(null)
  }
  return { ...data, failed: isError, refetch, busy, outcomes, change }
}

/** What the server's clock says, counted on from when the page was made; this device's own may be wrong. */
function useServerClock(at: string): () => string {
  const [opened] = useState(() => performance.now())
  return () => new Date(Date.parse(at) + performance.now() - opened).toISOString()
}

async function readSources(): Promise<SourceView[]> {
  const answer = await listSources(undefined)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

async function carryOut(id: string, to: SourceChange): Promise<ChangeOutcome> {
  try {
    const answer = await changeSource({ called: id, to })
    return answer.ok ? { done: to } : { refusal: answer.refusal }
  } catch {
    return { unreachable: true }
  }
}
