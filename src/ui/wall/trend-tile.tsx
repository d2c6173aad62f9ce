'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl/react'
import { fetchPart } from '#ui/live/fetch-part.ts'
import { shanghai } from '#ui/time/shanghai.ts'
import { StripFigure } from './strip-figure.tsx'
import { StripTile } from './strip-tile.tsx'
import type { WallScene } from './wall-scene.ts'

const HourBars = dynamic(
  () => fetchPart(() => import('#ui/charts/hour-bars.tsx')).then((file) => file.HourBars),
  {
    ssr: false,
  },
)

/** What the last day brought, hour by hour; the hour that is running is lit. */
export function TrendTile({ scene }: { scene: WallScene }) {
  const t = useTranslations('wall')
  const hours = scene.board.pulse.openedByHour
  const total = hours.reduce((sum, { count }) => sum + count, 0)
  const unknown = scene.blind && total === 0
  const [first] = hours
  return (
    <StripTile scene={scene} caption={t('trend')} blind={unknown}>
      <div className="flex min-h-0 flex-1 items-stretch gap-10">
        <span className="pt-2">
          <StripFigure part={unknown ? '?' : total} />
        </span>
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <div className="min-h-0 flex-1 border-b border-t3">
            <HourBars hours={hours} />
          </div>
          <p className="flex justify-between text-wall-age leading-[1.25] text-t2">
            <span>{first ? t('yesterdayHour', { hour: shanghai(first.hour).hour }) : null}</span>
            <span>{t('nowMark')}</span>
          </p>
        </div>
      </div>
    </StripTile>
  )
}
