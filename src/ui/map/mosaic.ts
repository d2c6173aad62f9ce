import type { IncidentView, PlaceView } from '#contracts/views.ts'
import drawn from '#seeds/mosaic.json' with { type: 'json' }

/** A point of the schematic map: x to the right, y down, the map 1000 wide. */
export type MapPoint = readonly [x: number, y: number]

export const mosaic = drawn

type Spot = { at: MapPoint; cell: string | null; short: string }

const spots = new Map<string, Spot>([
  ...drawn.towns.map(({ code, short, at }) => [code, { at: point(at), cell: code, short }] as const),
  ...drawn.others.map(({ code, short, at, cell }) => [code, { at: point(at), cell, short }] as const),
])

/** Where a place stands on the mosaic; null for what has no place of its own, such as the whole city. */
export function mosaicPoint(place: PlaceView): MapPoint | null {
  return spots.get(place.code)?.at ?? null
}

/** 濮院 for 濮院镇, 经开区 for its long official name; the full name where the map knows none. */
export function shortPlace(place: PlaceView): string {
  return spots.get(place.code)?.short ?? place.name
}

/** Codes of the town cells in which something is open. */
export function litCells(incidents: IncidentView[]): Set<string> {
  const cells = incidents.map(({ place }) => (place ? spots.get(place.code)?.cell : null))
  return new Set(cells.filter((cell): cell is string => Boolean(cell)))
}

function point([x = 0, y = 0]: number[]): MapPoint {
  return [x, y]
}
