'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl/react'
import { WatermarkFill } from '#ui/primitives/watermark.tsx'
import { mosaic } from './mosaic.ts'

/** Far beyond every frame the land is seen in. */
const everywhere = { x: -2000, y: -2000, width: 5000, height: 5000 }

/** Counties by their code; the gazetteer's pinyin is not a key of ours. */
const countyKeys = {
  '330421': 'jiashan',
  '330482': 'pinghu',
  '330402': 'nanhu',
  '330411': 'xiuzhou',
  '330483': 'tongxiang',
  '330424': 'haiyan',
  '330481': 'haining',
} as const

/** The neighbours and the sea are words; places in map units. */
const neighbours = [
  ['suzhou', 450, 7],
  ['shanghai', 984, 224],
  ['bay', 876, 664],
  ['hangzhou', 234, 800],
  ['huzhou', 64, 337],
] as const

/** The land itself, in a box 1000 wide. Drawn again only when another town cell lights up. */
export const MosaicLand = memo(function MosaicLand({
  lit,
  unitsPerPixel,
  focused,
  drill,
}: {
  lit: ReadonlySet<string>
  /** Map units per logical pixel, so that words keep their size while the land scales. */
  unitsPerPixel: number
  focused: boolean
  drill: boolean
}) {
  return (
    <>
      <path
        d={mosaic.outline}
        fill="var(--map-halo,var(--s1))"
        stroke="var(--map-halo,var(--s1))"
        strokeWidth={14}
        strokeLinejoin="round"
      />
      {mosaic.towns.map(({ code, path }) => (
        <path key={code} d={path} className="map-cell" data-lit={lit.has(code)} />
      ))}
      {drill ? <WatermarkFill length={(pixels) => pixels * unitsPerPixel} area={everywhere} /> : null}
      <Names unitsPerPixel={unitsPerPixel} focused={focused} />
    </>
  )
})

function Names({ unitsPerPixel, focused }: { unitsPerPixel: number; focused: boolean }) {
  const t = useTranslations('map')
  return (
    <g fill="var(--land-label)" fontWeight="500" textAnchor="middle" dominantBaseline="central">
      {mosaic.counties.map(({ code, at: [x, y] }) => (
        <text key={code} x={x} y={y} fontSize={26 * unitsPerPixel} letterSpacing={7 * unitsPerPixel}>
          {t(`countyLabel.${countyKeys[code as keyof typeof countyKeys]}`)}
        </text>
      ))}
      {focused
        ? null
        : neighbours.map(([key, x, y]) => (
            <text
              key={key}
              x={x}
              y={y}
              fontSize={24 * unitsPerPixel}
              fontWeight="400"
              letterSpacing={key === 'bay' ? 4 * unitsPerPixel : 0}
            >
              {t(key)}
            </text>
          ))}
    </g>
  )
}
