import type { Candidate } from './correlate.ts'
import type { Incident } from './incident.ts'
import { nameKeys } from './same-name.ts'

/** The latest so many of each kind; enough for a town on its worst day, and the same time whatever the city holds. */
export const mostByPlace = 60
export const mostByName = 60

/** What a story is looked up by: places that may be meant, parts of names, near-duplicate keys of its text. */
export type StoryKeys = { placeCodes: string[]; names: string[]; bands: number[] }

/** Ids that the stored index holds for a story. */
export type FoundIds = { byPlace: string[]; byName: string[]; byText: string[] }

/** The holder of an incident merged away, by its id. */
export type Holders = ReadonlyMap<string, Incident>

/**
 * Incidents the stories of one batch could belong to: as they were stored, and as the batch has opened and changed them
 * since. It answers for the next story what the stored index would, had each change been written at once.
 */
export class CandidateIndex {
  readonly #incidents: Map<string, Incident>
  readonly #bodies: Map<string, string[]>
  readonly #holders: Holders
  /** What this batch opened or changed, with the name keys it is found by. */
  readonly #changed = new Map<string, string[]>()
  readonly #byName = new Map<string, Set<string>>()
  readonly #byBand = new Map<number, Set<string>>()

  constructor(stored: { incidents: Incident[]; bodies: Map<string, string[]>; holders: Holders }) {
    this.#incidents = new Map(stored.incidents.map((one) => [one.id, one]))
    this.#bodies = new Map(stored.bodies)
    this.#holders = stored.holders
  }

  /** Incidents a story could belong to; one merged away stands with the state of the incident that holds its posts. */
  find({ placeCodes, names, bands }: StoryKeys, stored: FoundIds): Candidate[] {
    const changedHere = [...this.#changed.keys()].filter((id) =>
      placeCodes.includes(this.#incidents.get(id)?.placeCode ?? ''),
    )
    const ids = new Set([
      ...this.#latest([...this.#unchanged(stored.byPlace), ...changedHere], mostByPlace),
      ...this.#latest([...this.#unchanged(stored.byName), ...heldUnder(this.#byName, names)], mostByName),
      ...stored.byText,
      ...heldUnder(this.#byBand, bands),
    ])
    return [...ids].flatMap((id) => this.#candidate(id) ?? [])
  }

  /** The incident that holds its posts now; itself unless it was merged away. */
  holderOf(id: string): string {
    return this.#holders.get(id)?.id ?? id
  }

  /** Masked texts it holds that differ from each other. */
  bodiesOf(id: string): readonly string[] {
    return this.#bodies.get(id) ?? []
  }

  /** Opened, or changed by a further post. */
  put(incident: Incident): void {
    const { id } = incident
    for (const key of this.#changed.get(id) ?? []) this.#byName.get(key)?.delete(id)
    const keys = nameKeys(incident)
    for (const key of keys) hold(this.#byName, key, id)
    this.#changed.set(id, keys)
    this.#incidents.set(id, incident)
  }

  /** A text from now on held by an incident, so that near ones find it. */
  remember(id: string, body: string, bands: number[]): void {
    for (const band of bands) hold(this.#byBand, band, id)
    this.#bodies.set(id, [...this.bodiesOf(id), body])
  }

  #unchanged(ids: string[]): string[] {
    return ids.filter((id) => !this.#changed.has(id))
  }

  #latest(ids: string[], most: number): string[] {
    if (ids.length <= most) return ids
    const at = (id: string) => this.#incidents.get(id)?.lastPostAt.getTime() ?? 0
    return ids.sort((a, b) => at(b) - at(a)).slice(0, most)
  }

  #candidate(id: string): Candidate | null {
    const one = this.#incidents.get(id)
    if (!one) return null
    const bodies = this.#bodies.get(id) ?? []
    if (!one.mergedInto) return { ...one, bodies }
    const holder = this.#holders.get(id)
    const current = holder && (this.#incidents.get(holder.id) ?? holder)
    return {
      ...one,
      closedAt: current?.closedAt ?? null,
      lastPostAt: current?.lastPostAt ?? one.lastPostAt,
      bodies,
    }
  }
}

function hold<Key>(index: Map<Key, Set<string>>, key: Key, id: string): void {
  const held = index.get(key)
  if (held) held.add(id)
  else index.set(key, new Set([id]))
}

function* heldUnder<Key>(index: ReadonlyMap<Key, ReadonlySet<string>>, keys: Key[]): Iterable<string> {
  for (const key of keys) yield* index.get(key) ?? []
}
