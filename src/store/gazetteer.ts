import type { PlaceView } from '#contracts/views.ts'
import gazetteer from '#seeds/gazetteer.json' with { type: 'json' }

type Unit = {
  code: string
  name: string
  short: string
  level: string
  parent: string
  lat: number
  lng: number
  members?: string[]
}

const units: Map<string, Unit> = new Map((gazetteer.units as Unit[]).map((unit) => [unit.code, unit]))
const zones = [...units.values()].filter((unit) => unit.level === 'zone')

/** The place a screen shows; null for a code the gazetteer does not know. */
export function placeOf(code: string | null): PlaceView | null {
  const unit = code === null ? undefined : units.get(code)
  if (!unit) return null
  const county = countyOf(unit)
  return {
    code: unit.code,
    // The zones' official names are long; everybody says 经开区 and 港区.
    name: unit.level === 'zone' ? unit.short : unit.name,
    level: unit.level as PlaceView['level'],
    county: unit.level === 'town' ? (county?.name ?? null) : null,
    territory: territoryKeys(unit.code)[0] ?? null,
    lat: unit.lat,
    lng: unit.lng,
  }
}

/** Agency keys of the county and of the zone a place belongs to; the office decides which of them acts. */
export function territoryKeys(code: string | null): string[] {
  const unit = code === null ? undefined : units.get(code)
  if (!unit || unit.level === 'city') return []
  if (unit.level === 'zone') return [zoneKey(unit)]
  const county = countyOf(unit)
  const within = zones.filter((zone) => zone.members?.includes(unit.code)).map(zoneKey)
  return county ? [`t${county.code}`, ...within] : within
}

/** Codes of the places that may be meant by the same words: itself, its county, and the towns in it; none for the city. */
export function neighbourCodes(code: string | null): string[] {
  const unit = code === null ? undefined : units.get(code)
  if (!unit || unit.level === 'city') return []
  if (unit.level === 'town') return [unit.code, unit.parent]
  return [
    unit.code,
    ...[...units.values()].filter(({ parent }) => parent === unit.code).map((one) => one.code),
  ]
}

function countyOf(unit: Unit): Unit | undefined {
  return unit.level === 'county' ? unit : units.get(unit.parent)
}

function zoneKey(zone: Unit): string {
  return zone.code === '3304JK' ? 'jkq' : 'gq'
}

/** Where an event of state may be held: counties, zones, towns. */
export function placesOfEvents(): { code: string; name: string }[] {
  return [...units.values()]
    .filter(({ level }) => level !== 'city')
    .map((unit) => {
      const county = unit.level === 'town' ? (countyOf(unit)?.name ?? '') : ''
      return { code: unit.code, name: `${county}${unit.level === 'zone' ? unit.short : unit.name}` }
    })
}

/** Codes of places whose name holds this word, with the towns of a county that does. */
export function codesNamed(word: string): string[] {
  const named = [...units.values()].filter(({ name, short }) => name.includes(word) || short.includes(word))
  const within = new Set(named.filter(({ level }) => level === 'county').map(({ code }) => code))
  const towns = [...units.values()].filter(({ parent }) => within.has(parent))
  return [...new Set([...named, ...towns].map(({ code }) => code))]
}
