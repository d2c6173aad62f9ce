'use client'

import 'leaflet/dist/leaflet.css'
import './map.css'
import gcoord from 'gcoord'
import type { LatLngBoundsExpression } from 'leaflet'
import { useMemo } from 'react'
import { GeoJSON, MapContainer, TileLayer } from 'react-leaflet'
import type { IncidentView } from '#contracts/views.ts'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { Hairlines } from './hairlines.tsx'
import type { BaseLayers, MapScene } from './map-scene.ts'
import { MarkerLayer } from './marker-layer.tsx'
import { useFit } from './use-fit.ts'

/** Jiaxing with its coast, south-west and north-east corner in WGS-84. */
const jiaxing: LatLngBoundsExpression = [
  [30.33, 120.28],
  [31.04, 121.3],
]

/** The office's own tiles and border; markers stand at true coordinates, in the datum of the tiles. */
export function TileMap({ scene, base }: { scene: MapScene; base: BaseLayers }) {
  const handled = scene.onOpen !== undefined
  return (
    <MapContainer
      bounds={jiaxing}
      zoomSnap={0.25}
      attributionControl={false}
      zoomControl={false}
      dragging={handled}
      touchZoom={handled}
      doubleClickZoom={handled}
      scrollWheelZoom={handled}
      boxZoom={handled}
      keyboard={handled}
      zoomAnimation={false}
      fadeAnimation={false}
      markerZoomAnimation={false}
      className="tile-map absolute inset-0"
    >
      <TileScene scene={scene} base={base} />
    </MapContainer>
  )
}

function TileScene({ scene, base }: { scene: MapScene; base: BaseLayers }) {
  const focus = scene.incidents.find((incident) => incident.id === scene.focusId && incident.place !== null)
  const focusAt = focus ? inDatum(focus, base.crs) : null
  const fit = useFit(jiaxing, scene.padding, focusAt)
  const border = useMemo(() => borderInDatum(base), [base])
  const shown = focusAt
    ? scene.incidents.filter((incident) => incident.id === scene.focusId)
    : scene.incidents
  return (
    <>
      {base.tileUrl ? <TileLayer url={base.tileUrl} opacity={0.5} className="grayscale" /> : null}
      {border ? (
        <GeoJSON data={border} interactive={false} style={{ color: 'var(--t3)', weight: 1, fill: false }} />
      ) : null}
      {scene.drill ? <Watermark className="z-[450] text-t1" /> : null}
      {focusAt ? <Hairlines /> : null}
      <MarkerLayer
        scene={{ ...scene, incidents: shown }}
        fit={fit}
        position={(incident) => inDatum(incident, base.crs)}
        taken={[]}
      />
    </>
  )
}

/** The whole city has no spot on a map. */
function inDatum({ place }: IncidentView, crs: BaseLayers['crs']): [number, number] | null {
  if (!place || place.level === 'city') return null
  if (crs === 'wgs84') return [place.lat, place.lng]
  const [lng, lat] = gcoord.transform([place.lng, place.lat], gcoord.WGS84, gcoord.GCJ02)
  return [lat, lng]
}

/** gcoord changes what it is given, so it is given a copy. */
function borderInDatum({ boundary, crs }: BaseLayers): GeoJSON.GeoJsonObject | null {
  if (!boundary || crs === 'wgs84') return boundary
  return gcoord.transform(structuredClone(boundary) as never, gcoord.WGS84, gcoord.GCJ02)
}
