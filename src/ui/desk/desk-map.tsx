'use client'

import { useTranslations } from 'use-intl/react'
import { IncidentMap } from '#ui/map/incident-map.tsx'
import { DataAge } from '#ui/primitives/data-age.tsx'
import type { DeskSurface } from './desk-surface.ts'

const padding = [40, 60, 60, 60] as const
/** The map's signs are made for five metres; at the desk half their size is read. */
const scale = 0.55

/** From 1800 px the map stands beside the incident; pressing a marker opens its incident. */
export function DeskMap({ surface, open }: { surface: DeskSurface; open: (incidentId: string) => void }) {
  const t = useTranslations('map')
  const { incidents, agencies, now, heardAt, cut, drill, selected } = surface
  return (
    <aside
      aria-label={t('label', { count: incidents.length })}
      className="relative isolate min-h-0 overflow-hidden border-l border-line bg-s1"
    >
      <div
        className={cut ? 'absolute inset-0 opacity-62 grayscale' : 'absolute inset-0'}
        style={{ zoom: scale }}
      >
        <IncidentMap
          scene={{
            incidents,
            agencies,
            now,
            chiefId: selected,
            focusId: null,
            unknown: cut,
            drill,
            padding,
            onOpen: ([first]) => first && open(first),
          }}
        />
      </div>
      <p className="absolute inset-x-4 top-3 z-[600] flex justify-between text-desk-meta text-t3">
        <span>{t('schematic')}</span>
        <DataAge at={heardAt} now={now} condition={cut ? 'cut' : 'live'} surface="desk" />
      </p>
      <p className="absolute bottom-3 left-4 z-[600] text-desk-label text-t3">{t('attribution')}</p>
    </aside>
  )
}
