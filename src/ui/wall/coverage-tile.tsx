'use client'

import { useTranslations } from 'use-intl/react'
import type { PulseView } from '#contracts/views.ts'
import { CoverageStrip } from '#ui/primitives/coverage-strip.tsx'
import { elapsed } from '#ui/time/elapsed.ts'
import { coverage, coverageState } from './coverage.ts'
import { StripFigure } from './strip-figure.tsx'
import { StripTile } from './strip-tile.tsx'
import type { WallScene } from './wall-scene.ts'

/** Are we blind? One cell per source, and the name of the one that fell silent. */
export function CoverageTile({ scene }: { scene: WallScene }) {
  const t = useTranslations('wall')
  const { sources } = scene.board.pulse
  const { alive, total, quiet } = coverage(sources)
  const [first] = quiet
  return (
    <StripTile scene={scene} caption={t('sources')} blind={scene.blind}>
      <div className="flex flex-1 items-center gap-5">
        <StripFigure part={alive} whole={total} />
        <span className="min-w-0 text-wall-line leading-[1.2]">
          {first ? <Quiet source={first} others={quiet.length - 1} now={scene.now} /> : null}
          {first ? null : t(sources.length === 0 ? 'sourcesNone' : scene.blind ? 'blind' : 'sourcesAll')}
        </span>
      </div>
      <CoverageStrip
        height={10}
        cells={sources.map((source) => ({ key: source.id, name: source.name, state: coverageState(source) }))}
      />
    </StripTile>
  )
}

function Quiet({
  source,
  others,
  now,
}: {
  source: PulseView['sources'][number]
  others: number
  now: number
}) {
  const t = useTranslations()
  const lastSign = source.quietSince ?? source.lastSuccessAt
  const age = lastSign ? elapsed(Date.parse(lastSign), now) : null
  return (
    <>
      <span className="block truncate">{source.name}</span>
      <span className="block truncate">
        {others > 0
          ? t('wall.moreSilent', { count: others })
          : age
            ? t(`time.silent.${age.unit}`, { count: age.count })
            : t('wall.sourceFailed')}
      </span>
    </>
  )
}
