'use client'

import type { ReactNode } from 'react'
import { Tile } from '#ui/primitives/tile.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import type { WallScene } from './wall-scene.ts'

/** A low tile of the bottom strip; its age is that of the pulse. */
export function StripTile({
  scene,
  caption,
  blind = false,
  children,
}: {
  scene: WallScene
  caption: string
  blind?: boolean
  children: ReactNode
}) {
  const { pulseAt, now, condition, drill } = scene
  return (
    <Tile
      surface="wall"
      caption={caption}
      dataAt={pulseAt}
      now={now}
      condition={blind && condition.pulse === 'live' ? 'blind' : condition.pulse}
      under={drill ? <Watermark /> : null}
      tight
    >
      {children}
    </Tile>
  )
}
