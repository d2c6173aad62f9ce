'use client'

import clsx from 'clsx'
import type { IncidentView } from '#contracts/views.ts'
import { IncidentMap } from '#ui/map/incident-map.tsx'
import { MapNotes } from '#ui/map/map-notes.tsx'
import { DataAge } from '#ui/primitives/data-age.tsx'
import { cutLook } from './cut-look.ts'
import { TakeoverField } from './takeover-field.tsx'
import { TakeoverOthers } from './takeover-others.tsx'
import { TakeoverRest } from './takeover-rest.tsx'
import type { WallScene } from './wall-scene.ts'

/** A new Ⅰ: it takes two thirds of the wall, the map centres on it, everything that can wait leaves. */
export function Takeover({ scene, incident }: { scene: WallScene; incident: IncidentView }) {
  return (
    <main className="flex min-h-0 flex-1 flex-col gap-4 px-4 pb-6 lg:grid lg:grid-cols-[1296fr_560fr] lg:px-6">
      <TakeoverField scene={scene} incident={incident} />
      <div className="flex min-h-0 min-w-0 flex-col gap-4">
        <FocusMap scene={scene} incident={incident} />
        <TakeoverOthers scene={scene} incident={incident} />
        <TakeoverRest scene={scene} incident={incident} />
      </div>
    </main>
  )
}

function FocusMap({ scene, incident }: { scene: WallScene; incident: IncidentView }) {
  const { board, now, cut, base } = scene
  return (
    <section
      className={clsx(
        'relative isolate h-[33rem] min-h-0 overflow-hidden rounded-wall lg:shrink',
        cut ? cutLook : 'bg-s1',
      )}
    >
      <IncidentMap
        base={base}
        scene={{
          incidents: board.incidents,
          agencies: board.agencies,
          now,
          chiefId: incident.id,
          focusId: incident.id,
          unknown: cut,
          drill: scene.drill,
          padding: [16, 16, 16, 16],
        }}
      />
      <MapNotes attribution={base?.attribution ?? null} />
      <span className="absolute right-6 bottom-4 z-[600]">
        <DataAge at={scene.heardAt} now={now} condition={scene.condition.board} surface="wall" />
      </span>
    </section>
  )
}
