'use client'

import { divIcon, type LatLngExpression } from 'leaflet'
import { type ReactNode, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { Marker } from 'react-leaflet'

/** A Leaflet marker whose face is React's: a new second repaints the face and never rebuilds the marker. */
export function MapMarker({
  at,
  zIndex,
  onPress,
  children,
}: {
  at: LatLngExpression
  zIndex: number
  onPress?: () => void
  children: ReactNode
}) {
  const [host] = useState(() => document.createElement('div'))
  const icon = useMemo(() => divIcon({ html: host, className: 'map-marker', iconSize: [0, 0] }), [host])
  const handlers = useMemo(() => (onPress ? { click: onPress } : {}), [onPress])
  return (
    <>
      <Marker
        position={at}
        icon={icon}
        zIndexOffset={zIndex}
        interactive={onPress !== undefined}
        keyboard={onPress !== undefined}
        eventHandlers={handlers}
      />
      {createPortal(children, host)}
    </>
  )
}
