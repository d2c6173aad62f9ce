'use client'

import { type LatLngBoundsExpression, type LatLngExpression, latLngBounds, point } from 'leaflet'
import { useEffect, useState } from 'react'
import { useMap } from 'react-leaflet'

export type Fit = {
  /** Physical pixels per logical pixel of the surface the map stands on. */
  k: number
  /** Physical pixels per map unit. */
  scale: number
  zoom: number
}

/** Zoom steps by which a new Ⅰ is shown nearer than the whole land. */
const focusZoom = 1.35

/** Keeps the land (or the spot in focus) in the frame whenever the frame changes its size. */
export function useFit(
  land: LatLngBoundsExpression,
  padding: readonly [number, number, number, number],
  focus: LatLngExpression | null,
): Fit {
  const map = useMap()
  const [fit, setFit] = useState<Fit>({ k: 1, scale: 1, zoom: 0 })
  const [left, top, right, bottom] = padding
  const [focusLat, focusLng] = Array.isArray(focus) ? focus : [null, null]
  useEffect(() => {
    const refit = () => {
      map.invalidateSize({ animate: false, pan: false })
      const size = map.getSize()
      if (size.x === 0 || size.y === 0) return
      const k = remPixels() / 16
      if (focusLat === null || focusLng === null) {
        map.fitBounds(latLngBounds(land as [number, number][]), {
          animate: false,
          paddingTopLeft: point(left * k, top * k),
          paddingBottomRight: point(right * k, bottom * k),
        })
      } else {
        const zoom = map.getBoundsZoom(latLngBounds(land as [number, number][])) + focusZoom
        map.setView([focusLat, focusLng], zoom, { animate: false })
      }
      const zoom = map.getZoom()
      setFit({ k, zoom, scale: map.getZoomScale(zoom, 0) })
    }
    const watch = new ResizeObserver(refit)
    watch.observe(map.getContainer())
    return () => watch.disconnect()
  }, [map, land, left, top, right, bottom, focusLat, focusLng])
  return fit
}

function remPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
