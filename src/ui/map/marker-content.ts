import type { AlertView, IncidentView } from '#contracts/views.ts'
import type { LabelSide, PlatePlace } from './label-layout.ts'

/** Everything a marker shows; it is drawn around a point of no size. Lengths in logical pixels. */
export type MarkerContent = {
  worst: IncidentView
  /** All incidents under this marker, `worst` included. */
  incidents: IncidentView[]
  /** Acceptances owed by any of them, the nearest first. */
  owed: AlertView[]
  /** Letters of those who owe, in the order of the agencies: 宣 */
  letters: string
  name: string
  side: LabelSide
  plate: PlatePlace
  size: number
  /** The most urgent of the wall is named larger. */
  chief: boolean
  rung: number
  /** Sources that carry it while it spreads, at most three; 0 while it does not. */
  arcs: number
}

/** A gap of 3 and a ring of 4 around the badge of one who owes. */
export const ringWidth = 7

/** Half of what the badge and its ring cover. */
export function markerReach({ size, owed }: Pick<MarkerContent, 'size' | 'owed'>): number {
  return size / 2 + (owed.length > 0 ? ringWidth : 0)
}

/** From there to the plate, and how high the plate is. */
export const plateGap = 14
export const plateHeight = 48

/** From there to the name; a cluster's count stands in between. */
export function labelGap({ incidents }: Pick<MarkerContent, 'incidents'>): number {
  return incidents.length > 1 ? 26 : 12
}
