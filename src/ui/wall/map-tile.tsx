'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { IncidentMap } from '#ui/map/incident-map.tsx'
import { MapNotes } from '#ui/map/map-notes.tsx'
import type { MapScene } from '#ui/map/map-scene.ts'
import { DataAge } from '#ui/primitives/data-age.tsx'
import { OpenCount } from './open-count.tsx'
import { Unlocated } from './unlocated.tsx'
import { useIsColumn } from './use-is-column.ts'
import type { WallScene } from './wall-scene.ts'

/** Where, and how many: counts in the empty north-west, what has no place in the south-east. */
export function MapTile({ scene, className }: { scene: WallScene; className?: string }) {
  const t = useTranslations('map')
  const { board, now, heardAt, condition } = scene
  const blind = scene.blind && condition.board === 'live'
  const column = useIsColumn()
  const shown = blind ? 'blind' : condition.board
  return (
    <section
      aria-label={t('label', { count: board.incidents.length })}
      data-condition={shown}
      className={clsx(
        'motion-drain relative isolate min-h-0 overflow-hidden rounded-wall border-2',
        shown === 'live' && 'border-transparent bg-s1',
        shown === 'blind' && 'border-dashed border-paper bg-s1',
        (shown === 'cut' || shown === 'stale') && 'border-dashed border-t3/70',
        className,
      )}
    >
      <div
        className={clsx(
          'absolute inset-0',
          shown === 'cut' && 'opacity-62 grayscale [--map-halo:transparent]',
        )}
      >
        <IncidentMap scene={mapScene(scene, column)} base={scene.base} />
        <OpenCount incidents={board.incidents} blind={scene.blind} />
        <Unlocated incidents={board.incidents.filter((incident) => incident.place === null)} />
        <MapNotes attribution={scene.base?.attribution ?? null} />
      </div>
      <span className="absolute top-5 right-8 z-[600]">
        <DataAge at={heardAt} now={now} condition={shown} surface="wall" />
      </span>
    </section>
  )
}

/** Counts stand left of the land on a wall and above it in a column. */
const rowPadding = [208, 28, 44, 22] as const
const columnPadding = [16, 300, 16, 100] as const

function mapScene({ board, now, urgent, cut, drill }: WallScene, column: boolean): MapScene {
  return {
    incidents: board.incidents,
    agencies: board.agencies,
    now,
    chiefId: urgent?.id ?? null,
    focusId: null,
    unknown: cut,
    drill,
    padding: column ? columnPadding : rowPadding,
  }
}
