import { hourOf } from '#domain/clock/shanghai.ts'
import type { CandidateIndex } from '#domain/incident/candidate-index.ts'
import type { JoinReason } from '#domain/incident/correlate.ts'
import type { Transaction } from '#store/database.ts'
import {
  type Decided,
  type Duties,
  type Heard,
  holdIncidents,
  type JoinedPost,
  lockDuties,
} from '#store/held-incidents.ts'
import { type FullIncident, nextDayCount } from '#store/incidents.ts'
import type { WaitingPost } from '#store/posts.ts'

type Held = {
  /** As its rows stand; null when it has just been opened. */
  before: FullIncident | null
  now: FullIncident
  heard: Heard
  /** Whether alerts and steps are locked too, or are nobody else's yet. */
  dutiesLocked: boolean
}

/** Posts of one batch being correlated: incidents are held once, change here from post to post, and are written at the end. */
export class BatchAtHand {
  readonly #tx: Transaction
  readonly #index: CandidateIndex
  readonly #heardSince: Date
  readonly #held = new Map<string, Held>()
  readonly #posts: JoinedPost[] = []
  readonly #dayCounts = new Map<string, number>()

  constructor(tx: Transaction, index: CandidateIndex, heardSince: Date) {
    this.#tx = tx
    this.#index = index
    this.#heardSince = heardSince
  }

  /** Locks and reads incidents; asking once for many is cheaper than for each. */
  async hold(ids: string[]): Promise<void> {
    for (const { incident, heard } of await holdIncidents(this.#tx, ids, this.#heardSince))
      this.#held.set(incident.id, { before: incident, now: incident, heard, dutiesLocked: false })
  }

  /** The incident as it stands after the posts before. */
  async held(id: string): Promise<FullIncident> {
    if (!this.#held.has(id)) await this.hold([id])
    return this.#of(id).now
  }

  /** The incident with its alerts and steps locked, so that no acceptance and no finished step is overwritten. */
  async lockDuties(id: string): Promise<FullIncident> {
    const held = this.#of(id)
    if (held.dutiesLocked || !held.before) return held.now
    const known = new Set(held.before.alerts.map((alert) => alert.id))
    const fresh: Duties = await lockDuties(this.#tx, id)
    const raisedHere = held.now.alerts.filter((alert) => !known.has(alert.id))
    held.before = { ...held.before, ...fresh }
    held.now = { ...held.now, ...fresh, alerts: [...fresh.alerts, ...raisedHere] }
    held.dutiesLocked = true
    return held.now
  }

  /** The day's next running number; safe because correlation holds its lock. */
  async nextDayCount(day: string): Promise<number> {
    const next = this.#dayCounts.get(day) ?? (await nextDayCount(this.#tx, day))
    this.#dayCounts.set(day, next + 1)
    return next
  }

  open(incident: FullIncident): void {
    const heard = { hours: new Map(), platforms: new Map() }
    this.#held.set(incident.id, { before: null, now: incident, heard, dutiesLocked: true })
    this.#index.put(incident)
  }

  put(incident: FullIncident): void {
    this.#of(incident.id).now = incident
    this.#index.put(incident)
  }

  /** Notes where a post stands, and returns what has been heard of its incident, the post among it. */
  join(
    { id, receivedAt, body, channel, sourceName }: WaitingPost,
    { incidentId, reason, bands }: { incidentId: string; reason: JoinReason; bands: number[] | null },
  ): Heard {
    this.#posts.push({ id, receivedAt, incidentId, joinReason: reason, bands })
    if (bands) this.#index.remember(incidentId, body, bands)
    const { heard } = this.#of(incidentId)
    const hour = hourOf(receivedAt).getTime()
    heard.hours.set(hour, (heard.hours.get(hour) ?? 0) + 1)
    const latest = heard.platforms.get(sourceName)
    if (channel === 'online' && !(latest && latest > receivedAt)) heard.platforms.set(sourceName, receivedAt)
    return heard
  }

  /** All that is to be written. */
  decided(): Decided {
    const incidents = [...this.#held.values()]
      .filter(({ before, now }) => before !== now)
      .map(({ before, now }) => ({ before, after: now }))
    return { incidents, posts: this.#posts }
  }

  #of(id: string): Held {
    const held = this.#held.get(id)
    if (!held) throw new Error(`incident ${id} left while a post joined it`)
    return held
  }
}
