'use client'

import { useTranslations } from 'use-intl/react'
import { healthParts } from '#contracts/views.ts'
import { CoverageStrip } from '#ui/primitives/coverage-strip.tsx'
import { StripFigure } from './strip-figure.tsx'
import { StripTile } from './strip-tile.tsx'
import type { WallScene } from './wall-scene.ts'

/** Does our own machine work? A dead part is named, because a quiet wall may only be quiet if it lives. */
export function SystemTile({ scene }: { scene: WallScene }) {
  const t = useTranslations('wall')
  const { checks } = scene.board.pulse
  const dead = healthParts.filter((part) => !checks[part])
  return (
    <StripTile scene={scene} caption={t('system')}>
      <div className="flex flex-1 items-center gap-5">
        <StripFigure part={healthParts.length - dead.length} whole={healthParts.length} />
        <span className="line-clamp-2 min-w-0 text-wall-line leading-[1.2]">
          {dead.length === 0
            ? t('systemAll')
            : t('checkDown', { names: dead.map((part) => t(`check.${part}`)).join(' ') })}
        </span>
      </div>
      <CoverageStrip
        height={10}
        cells={healthParts.map((part) => ({
          key: part,
          name: t(`check.${part}`),
          state: checks[part] ? 'alive' : 'silent',
        }))}
      />
    </StripTile>
  )
}
