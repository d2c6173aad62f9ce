'use client'

import { type LatLngExpression, type Map as LeafletMap, point } from 'leaflet'
import { useMap } from 'react-leaflet'
import type { IncidentView } from '#contracts/views.ts'
import type { Box } from './label-layout.ts'
import { MapMarker } from './map-marker.tsx'
import type { MapScene } from './map-scene.ts'
import { markerContents } from './marker-contents.ts'
import { MarkerFace } from './marker-face.tsx'
import type { Fit } from './use-fit.ts'

/** A word printed on the map, with its middle and its size in logical pixels. */
export type TakenPlace = { at: LatLngExpression; width: number; height: number }

/** All markers of a scene; each keeps its Leaflet marker for as long as its incident stays on the map. */
export function MarkerLayer({
  scene,
  fit,
  position,
  taken,
}: {
  scene: MapScene
  fit: Fit
  position: (incident: IncidentView) => LatLngExpression | null
  taken: TakenPlace[]
}) {
  const map = useMap()
  const located = scene.incidents.flatMap((incident) => {
    const at = position(incident)
    return at ? [{ incident, ...pixels(map, at, fit.zoom) }] : []
  })
  const contents = markerContents(located, {
    chiefId: scene.chiefId,
    k: fit.k,
    agencies: scene.agencies,
    now: scene.now,
    words: taken.map((place) => boxOf(map, place, fit)),
    frame: frameOf(map, scene.padding, fit.k),
  })
  return contents.map((content, index) => (
    <MapMarker
      key={content.id}
      at={map.unproject(point(content.x, content.y), fit.zoom)}
      zIndex={(contents.length - index) * 100}
      onPress={scene.onOpen ? () => scene.onOpen?.(content.incidents.map(({ id }) => id)) : undefined}
    >
      <MarkerFace content={content} now={scene.now} unknown={scene.unknown} bare={scene.focusId !== null} />
    </MapMarker>
  ))
}

/** How far words may reach from the land into its free surroundings, in logical pixels. */
const reachOut = 60

function frameOf(map: LeafletMap, [left, top, right, bottom]: MapScene['padding'], k: number): Box {
  const { min, max } = map.getPixelBounds()
  const inset = (padding: number) => Math.max(0, padding - reachOut) * k
  return {
    left: (min?.x ?? 0) + inset(left),
    top: (min?.y ?? 0) + inset(top),
    right: (max?.x ?? 0) - inset(right),
    bottom: (max?.y ?? 0) - inset(bottom),
  }
}

function pixels(map: LeafletMap, at: LatLngExpression, zoom: number): { x: number; y: number } {
  const { x, y } = map.project(at, zoom)
  return { x, y }
}

function boxOf(map: LeafletMap, { at, width, height }: TakenPlace, { zoom, k }: Fit): Box {
  const { x, y } = pixels(map, at, zoom)
  const [halfWidth, halfHeight] = [(width * k) / 2, (height * k) / 2]
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight }
}
