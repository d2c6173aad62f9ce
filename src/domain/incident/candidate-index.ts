import type { Candidate } from './correlate.ts'
import type { Incident } from './incident.ts'
import { nameKeys } from './same-name.ts'

/** The latest so many of each kind; enough for a town on its worst day, and the same time whatever the city holds. */
export const mostByPlace = 60
export const mostByName = 60

/** What a story is looked up by: places that may be meant, parts of names, near-duplicate keys of its text. */
export type StoryKeys = { placeCodes: string[]; names: string[]; bands: number[] }

export type Stored = {
  /** With the name keys they are stored under. */
  incidents: (Incident & { nameKeys: string[] })[]
  /** Near-duplicate keys of texts, with the incident that holds each. */
  texts: { incidentId: string; bands: number[] }[]
  /** Masked texts that differ from each other, by incident. */
  bodies: ReadonlyMap<string, string[]>
  /** The holder of an incident merged away, by its id. */
  holders: ReadonlyMap<string, Incident>
}

/**
 * Incidents the stories of one batch could belong to: as they are stored, and as the batch opens and changes them.
 * It answers for the next story what the stored index would, had each change been written at once.
 */
export class CandidateIndex {
  readonly #incidents = new Map<string, Incident>()
  readonly #nameKeys = new Map<string, string[]>()
  readonly #bodies: Map<string, string[]>
  readonly #holders: ReadonlyMap<string, Incident>
  readonly #byPlace = new Map<string, Set<string>>()
  readonly #byName = new Map<string, Set<string>>()
  readonly #byBand = new Map<number, Set<string>>()
  /** As they are compared, until they change. */
  readonly #candidates = new Map<string, Candidate>()

  constructor({ incidents, texts, bodies, holders }: Stored) {
    this.#bodies = new Map(bodies)
    this.#holders = holders
    for (const { nameKeys: stored, ...incident } of incidents) this.#hold(incident, stored)
    for (const { incidentId, bands } of texts) for (const band of bands) add(this.#byBand, band, incidentId)
  }

  /** Incidents a story could belong to; one merged away stands with the state of the incident that holds its posts. */
  find({ placeCodes, names, bands }: StoryKeys): Candidate[] {
    const ids = new Set([
      ...this.#latest(heldUnder(this.#byPlace, placeCodes), mostByPlace),
      ...this.#latest(heldUnder(this.#byName, names), mostByName),
      ...heldUnder(this.#byBand, bands),
    ])
    return [...ids].flatMap((id) => this.#candidate(id) ?? [])
  }

  /** The incident that holds its posts now; itself unless it was merged away. */
  holderOf(id: string): Incident | null {
    const holder = this.#holders.get(id)
    return this.#incidents.get(holder?.id ?? id) ?? holder ?? null
  }

  bodiesOf(id: string): readonly string[] {
    return this.#bodies.get(id) ?? []
  }

  /** Opened, or changed by a further post. */
  put(incident: Incident): void {
    const { id } = incident
    const before = this.#incidents.get(id)
    if (before?.placeCode) this.#byPlace.get(before.placeCode)?.delete(id)
    for (const key of this.#nameKeys.get(id) ?? []) this.#byName.get(key)?.delete(id)
    this.#hold(incident, nameKeys(incident))
    this.#candidates.delete(id)
  }

  /** A text from now on held by an incident, so that near ones find it. */
  remember(id: string, body: string, bands: number[]): void {
    for (const band of bands) add(this.#byBand, band, id)
    this.#bodies.set(id, [...this.bodiesOf(id), body])
    this.#candidates.delete(id)
  }

  #hold(incident: Incident, keys: string[]): void {
    const { id, placeCode } = incident
    this.#incidents.set(id, incident)
    this.#nameKeys.set(id, keys)
    for (const key of keys) add(this.#byName, key, id)
    if (placeCode) add(this.#byPlace, placeCode, id)
  }

  #latest(ids: Set<string>, most: number): Iterable<string> {
    if (ids.size <= most) return ids
    const at = (id: string) => this.#incidents.get(id)?.lastPostAt.getTime() ?? 0
    return [...ids].sort((a, b) => at(b) - at(a)).slice(0, most)
  }

  #candidate(id: string): Candidate | null {
    const known = this.#candidates.get(id)
    if (known) return known
    const one = this.#incidents.get(id)
    if (!one) return null
    const candidate = { ...one, ...this.#stateOf(one), bodies: this.#bodies.get(id) ?? [] }
    // What was merged away stands as its holder does, which may change in between.
    if (!one.mergedInto) this.#candidates.set(id, candidate)
    return candidate
  }

  #stateOf(one: Incident): Pick<Incident, 'closedAt' | 'lastPostAt'> {
    if (!one.mergedInto) return { closedAt: one.closedAt, lastPostAt: one.lastPostAt }
    const holder = this.#holders.get(one.id)
    const current = holder && (this.#incidents.get(holder.id) ?? holder)
    return { closedAt: current?.closedAt ?? null, lastPostAt: current?.lastPostAt ?? one.lastPostAt }
  }
}

function add<Key>(index: Map<Key, Set<string>>, key: Key, id: string): void {
  const held = index.get(key)
  if (held) held.add(id)
  else index.set(key, new Set([id]))
}

function heldUnder<Key>(index: ReadonlyMap<Key, ReadonlySet<string>>, keys: Key[]): Set<string> {
  const ids = new Set<string>()
  for (const key of keys) for (const id of index.get(key) ?? []) ids.add(id)
  return ids
}
