'use client'

import { CoverageTile } from './coverage-tile.tsx'
import { MapTile } from './map-tile.tsx'
import { NextTile } from './next-tile.tsx'
import { SystemTile } from './system-tile.tsx'
import { TrendTile } from './trend-tile.tsx'
import { UrgentTile } from './urgent-tile.tsx'
import type { WallScene } from './wall-scene.ts'

/** Layout 指挥: who must act stands left, where and whether we are blind stands right. */
export function WallCommand({ scene }: { scene: WallScene }) {
  return (
    <main className="flex min-h-0 flex-1 flex-col gap-4 px-4 pb-6 lg:grid lg:grid-cols-[736fr_1120fr] lg:px-6">
      <div className="flex min-h-0 min-w-0 flex-col gap-4">
        <UrgentTile scene={scene} className="lg:h-[37rem] lg:shrink" />
        <NextTile scene={scene} className="lg:flex-1 lg:basis-[22rem]" />
      </div>
      <div className="flex min-h-0 min-w-0 flex-col gap-4">
        <MapTile scene={scene} className="h-[56rem] lg:h-auto lg:flex-1" />
        <div className="grid flex-none grid-cols-1 gap-4 *:h-[9.5rem] lg:grid-cols-[400fr_368fr_320fr]">
          <CoverageTile scene={scene} />
          <TrendTile scene={scene} />
          <SystemTile scene={scene} />
        </div>
      </div>
    </main>
  )
}
