'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { LoggedEvent } from '#contracts/events.ts'
import type { BoardView } from '#contracts/views.ts'
import type { Result } from '#domain/result.ts'
import { useNow } from '#ui/time/use-now.ts'
import { announceNotice } from './announce-notice.ts'
import { applyEvent } from './apply-event.ts'
import { type LinkState, linkState } from './link-state.ts'
import { read } from './read.ts'
import { useLog } from './use-log.ts'
import { useRereading } from './use-rereading.ts'

/** How often a screen asks anew how alive the system is. */
const pulseEveryMs = 10_000
/** Events kept to be put on top of a snapshot that was on its way when they came. */
const recentMax = 1_000

/** The board as it is this second: the page's snapshot, every event since, the link and the server's clock. */
export function useBoard(initial: BoardView): { board: BoardView; link: LinkState; now: number } {
  const queries = useQueryClient()
  const recent = useRef<LoggedEvent[]>([])
  const { data: snapshot } = useQuery({
    queryKey: ['board'],
    queryFn: async () => recent.current.reduce(applyEvent, granted(await read('board'))),
    initialData: initial,
  })
  const { data: pulse } = useQuery({
    queryKey: ['pulse'],
    queryFn: async () => granted(await read('pulse')),
    initialData: initial.pulse,
    refetchInterval: pulseEveryMs,
    refetchIntervalInBackground: true,
    retry: false,
  })
  const now = useNow(later(snapshot.at, pulse.at))
  const clock = useRef(now)
  clock.current = now
  const [heardAt, setHeardAt] = useState(now)
  const onBeat = useCallback(() => setHeardAt(clock.current), [])
  const reread = useRereading()
  const onEvent = useCallback(
    (event: LoggedEvent) => {
      if (event.incidentId) reread(event.incidentId)
      if (event.name === 'message.handed' && event.data.userId) announceNotice()
      if (event.name.startsWith('release.')) void queries.invalidateQueries({ queryKey: ['releases'] })
      recent.current = [...recent.current.slice(1 - recentMax), event]
      queries.setQueryData<BoardView>(['board'], (board) => board && applyEvent(board, event))
    },
    [queries, reread],
  )
  const onGap = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['board'] })
    void queries.invalidateQueries({ queryKey: ['of-incident'] })
    void queries.invalidateQueries({ queryKey: ['releases'] })
  }, [queries])
  const onConnect = useCallback(() => void queries.invalidateQueries({ queryKey: ['pulse'] }), [queries])
  useLog({ lastEventId: snapshot.lastEventId, onBeat, onConnect, onEvent, onGap })
  const board = useMemo(() => ({ ...snapshot, pulse }), [snapshot, pulse])
  return { board, link: linkState(heardAt, now), now }
}

/** Instants of equal form compare as text. */
function later(a: string, b: string): string {
  return [a, b].sort()[1] ?? a
}

/** A refused snapshot is no snapshot: the old one stays, and its age tells. */
function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
