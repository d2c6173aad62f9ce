'use client'

import type { ComponentProps } from 'react'
import type { BoardView } from '#contracts/views.ts'
import { LiveQueries } from '#ui/live/live-queries.tsx'
import { useBoard } from '#ui/live/use-board.ts'
import { Desk } from './desk.tsx'

type Given = Pick<ComponentProps<typeof Desk>, 'person' | 'incidentId' | 'phoneGuess'> & {
  initial: BoardView
}

/** The duty desk, kept up to date by the event log. */
export function LiveDesk(given: Given) {
  return (
    <LiveQueries>
      <ListeningDesk {...given} />
    </LiveQueries>
  )
}

function ListeningDesk({ initial, ...given }: Given) {
  return <Desk {...useBoard(initial)} {...given} />
}
