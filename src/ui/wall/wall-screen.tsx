'use client'

import type { BoardView } from '#contracts/views.ts'
import { LiveQueries } from '#ui/live/live-queries.tsx'
import { useBoard } from '#ui/live/use-board.ts'
import type { BaseLayers } from '#ui/map/map-scene.ts'
import { useFreshBuild } from './use-fresh-build.ts'
import { Wall } from './wall.tsx'

/** The wall kept alive: from the page's snapshot onwards it follows the log by itself. */
export function WallScreen({ board, base }: { board: BoardView; base: BaseLayers | null }) {
  return (
    <LiveQueries>
      <LiveWall initial={board} base={base} />
    </LiveQueries>
  )
}

function LiveWall({ initial, base }: { initial: BoardView; base: BaseLayers | null }) {
  const { board, link, now } = useBoard(initial)
  useFreshBuild(link, Date.parse(board.pulse.at), now)
  return <Wall board={board} link={link} now={now} base={base} />
}
