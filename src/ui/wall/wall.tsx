'use client'

import clsx from 'clsx'
import type { BoardView } from '#contracts/views.ts'
import type { LinkState } from '#ui/live/link-state.ts'
import type { BaseLayers } from '#ui/map/map-scene.ts'
import { CutBand } from '#ui/primitives/cut-band.tsx'
import { DrillRibbon } from '#ui/primitives/drill-ribbon.tsx'
import { Takeover } from './takeover.tsx'
import { takeoverOf } from './takeover-of.ts'
import { WallCommand } from './wall-command.tsx'
import { SeverityBar, WallHeader } from './wall-header.tsx'
import { wallScene } from './wall-scene.ts'

/** The command wall, drawn from one board, one link and one clock; it decides nothing and remembers nothing. */
export function Wall({
  board,
  link,
  now,
  base = null,
}: {
  board: BoardView
  link: LinkState
  /** The server's clock in epoch milliseconds. */
  now: number
  base?: BaseLayers | null
}) {
  const scene = wallScene(board, link, now, base)
  const grave = takeoverOf(board.incidents)
  return (
    <div
      data-surface="wall"
      data-theme="dark"
      data-link={link.state}
      className="flex min-h-dvh flex-col overflow-hidden bg-bg text-t1 leading-[1.25] lg:h-dvh"
    >
      <div className={clsx('flex min-h-0 flex-1 flex-col', !scene.cut && 'motion-drift')}>
        {scene.drill ? (
          <DrillRibbon surface="wall" />
        ) : (
          <SeverityBar incidents={board.incidents} cut={scene.cut} />
        )}
        {scene.cut ? (
          <CutBand heardAt={link.heardAt} now={now} surface={scene.drill ? 'wall_low' : 'wall'} />
        ) : (
          <WallHeader board={board} now={now} brief={grave !== null} low={scene.drill && !grave} />
        )}
        {grave ? <Takeover scene={scene} incident={grave} /> : <WallCommand scene={scene} />}
      </div>
    </div>
  )
}
