import { type Automaton, compileAutomaton } from '#domain/flagging/automaton.ts'

/** One administrative unit of the area, or a functional zone that overlies some. */
export type PlaceUnit = {
  code: string
  name: string
  level: 'city' | 'county' | 'town' | 'zone'
  type: string
  parent: string
  lat: number
  lng: number
  short: string
  pinyin?: string
  aliases?: string[]
  /** Names that also mean something or somewhere else. */
  ambiguous?: string[]
  members?: string[]
}

/** seeds/gazetteer.json. */
export type GazetteerJson = {
  version: string
  source: string[]
  /** Ambiguous names that are ordinary words (建设, 大桥): they count only when another place confirms them. */
  commonWords: string[]
  /** Provinces and cities that say a message comes from elsewhere. */
  elsewhere: string[]
  units: PlaceUnit[]
}

/** How far a name by itself can be trusted. */
export type NameTrust = 'certain' | 'ambiguous' | 'word'

export type PlaceName = { unit: PlaceUnit; trust: NameTrust } | { elsewhere: string }

export type CompiledGazetteer = {
  version: string
  automaton: Automaton
  /** What every term of the automaton may mean. */
  names: readonly (readonly PlaceName[])[]
  unitOf: ReadonlyMap<string, PlaceUnit>
}

/** Prepares the names once per process. */
export function compileGazetteer(json: GazetteerJson): CompiledGazetteer {
  const meanings = new Map<string, PlaceName[]>()
  const commonWords = new Set(json.commonWords)
  for (const unit of json.units) {
    for (const name of new Set([unit.name, unit.short, ...(unit.aliases ?? []), ...(unit.ambiguous ?? [])])) {
      const trust = !unit.ambiguous?.includes(name) ? 'certain' : commonWords.has(name) ? 'word' : 'ambiguous'
      meanings.set(name, [...(meanings.get(name) ?? []), { unit, trust }])
    }
  }
  for (const name of json.elsewhere) {
    if (!meanings.has(name)) meanings.set(name, [{ elsewhere: name }])
  }
  return {
    version: json.version,
    automaton: compileAutomaton([...meanings.keys()]),
    names: [...meanings.values()],
    unitOf: new Map(json.units.map((unit) => [unit.code, unit])),
  }
}
