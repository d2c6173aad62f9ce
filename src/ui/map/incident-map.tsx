'use client'

import dynamic from 'next/dynamic'
import { fetchPart } from '#ui/live/fetch-part.ts'
import type { BaseLayers, MapScene } from './map-scene.ts'

/** Leaflet needs a window, so both maps are loaded in the browser only, and only the one in use. */
const MosaicMap = dynamic(() => fetchPart(() => import('./mosaic-map.tsx')).then((file) => file.MosaicMap), {
  ssr: false,
})
const TileMap = dynamic(() => fetchPart(() => import('./tile-map.tsx')).then((file) => file.TileMap), {
  ssr: false,
})

/** Where things are: the mosaic, or the office's own tiles and border when they are set. */
export function IncidentMap({ scene, base }: { scene: MapScene; base?: BaseLayers | null }) {
  if (base && (base.tileUrl || base.boundary)) return <TileMap scene={scene} base={base} />
  return <MosaicMap scene={scene} />
}
