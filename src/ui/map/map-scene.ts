import type { AgencyView, IncidentView } from '#contracts/views.ts'

/** What every kind of map is given. */
export type MapScene = {
  incidents: IncidentView[]
  agencies: AgencyView[]
  now: number
  /** The most urgent incident, named larger. */
  chiefId: string | null
  /** A new Ⅰ: the map centres on it and drops all other markers. */
  focusId: string | null
  /** The link is cut: nobody's debt is known any more. */
  unknown: boolean
  /** The board is a drill: its watermark lies between land and words. */
  drill: boolean
  /** Free space kept around the land, in logical pixels: left, top, right, bottom. */
  padding: readonly [number, number, number, number]
  /** Pressing a marker opens its incidents; a wall has no hands. */
  onOpen?: (incidentIds: string[]) => void
}

/** A tile server and an official border, when the office has them. */
export type BaseLayers = {
  tileUrl: string | null
  attribution: string
  /** Datum of the tiles; Chinese commercial servers use GCJ-02. */
  crs: 'wgs84' | 'gcj02'
  /** GeoJSON in WGS-84. */
  boundary: GeoJSON.GeoJsonObject | null
}
