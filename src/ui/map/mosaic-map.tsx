'use client'

import 'leaflet/dist/leaflet.css'
import './map.css'
import { CRS, type LatLngBoundsExpression, type LatLngExpression } from 'leaflet'
import { useMemo } from 'react'
import { MapContainer, SVGOverlay } from 'react-leaflet'
import { Hairlines } from './hairlines.tsx'
import type { MapScene } from './map-scene.ts'
import { MarkerLayer } from './marker-layer.tsx'
import { litCells, type MapPoint, mosaic, mosaicPoint } from './mosaic.ts'
import { MosaicLand } from './mosaic-land.tsx'
import { useFit } from './use-fit.ts'

/** Room around the land for the neighbours' names, in map units. */
const margin = 160
const land: LatLngBoundsExpression = [
  [-mosaic.height, 0],
  [0, mosaic.width],
]
const sheet: LatLngBoundsExpression = [
  [-mosaic.height - margin, -margin],
  [margin, mosaic.width + margin],
]

/** The schematic map: a plane of its own, no tiles, nothing fetched. */
export function MosaicMap({ scene }: { scene: MapScene }) {
  return (
    <MapContainer
      crs={CRS.Simple}
      bounds={land}
      zoomSnap={0}
      minZoom={-6}
      attributionControl={false}
      zoomControl={false}
      dragging={false}
      touchZoom={false}
      doubleClickZoom={false}
      scrollWheelZoom={false}
      boxZoom={false}
      keyboard={false}
      zoomAnimation={false}
      fadeAnimation={false}
      markerZoomAnimation={false}
      className="mosaic-map absolute inset-0"
    >
      <MosaicScene scene={scene} />
    </MapContainer>
  )
}

function MosaicScene({ scene }: { scene: MapScene }) {
  const focus = scene.incidents.find((incident) => incident.id === scene.focusId)
  const focusPoint = focus?.place ? mosaicPoint(focus.place) : null
  const fit = useFit(land, scene.padding, focusPoint ? latLng(focusPoint) : null)
  const shown = useMemo(
    () => (focusPoint ? scene.incidents.filter(({ id }) => id === scene.focusId) : scene.incidents),
    [scene.incidents, scene.focusId, focusPoint],
  )
  const lit = useMemo(() => litCells(shown), [shown])
  return (
    <>
      <SVGOverlay
        bounds={sheet}
        attributes={{
          viewBox: `${-margin} ${-margin} ${mosaic.width + 2 * margin} ${mosaic.height + 2 * margin}`,
        }}
      >
        <MosaicLand
          lit={lit}
          unitsPerPixel={fit.k / fit.scale}
          focused={focusPoint !== null}
          drill={scene.drill}
        />
      </SVGOverlay>
      {focusPoint ? <Hairlines /> : null}
      <MarkerLayer scene={{ ...scene, incidents: shown }} fit={fit} position={spotOf} taken={countyNames} />
    </>
  )
}

function spotOf({ place }: MapScene['incidents'][number]): LatLngExpression | null {
  const point = place ? mosaicPoint(place) : null
  return point ? latLng(point) : null
}

/** County names keep their place; a marker's name goes elsewhere. */
const countyNames = mosaic.counties.map(({ at }) => ({
  at: latLng([at[0] ?? 0, at[1] ?? 0]),
  width: 66,
  height: 30,
}))

function latLng([x, y]: MapPoint): [number, number] {
  return [-y, x]
}
