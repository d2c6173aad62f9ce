import { randomInt } from 'node:crypto'
import type { LoggedEvent } from '#contracts/events.ts'
import type { Call } from '#domain/paging/occasion.ts'
import { atLeast, type Urgency, urgencies, urgencyOf } from '#domain/paging/urgency.ts'
import { firstLineAgencies } from '#domain/permission.ts'
import { contactsOfUser, type RungHolder } from '#store/contacts.ts'
import type { Transaction } from '#store/database.ts'
import { eventsAfter } from '#store/event-log.ts'
import { placeOf } from '#store/gazetteer.ts'
import { numberOf } from '#store/incident-view.ts'
import {
  contactsCalled,
  countPosts,
  type Ground,
  groundsOf,
  hastenPages,
  insertPages,
  lockCursor,
  moveCursor,
  openCodes,
  stopPages,
} from '#store/pages.ts'
import { notifierReader } from '#store/prepare-channels.ts'
import type { page } from '#store/tables/page.ts'
import { consequenceOf } from './calls-of-event.ts'
import type { Context } from './context.ts'
import { holdersOnShift } from './holders-on-shift.ts'
import { planWebhooks } from './plan-webhooks.ts'

const batch = 500
/** A link that nobody has pressed by then asks for something long decided. */
const linkHours = 12

/**
 * Reads on in the log and turns what happened into pages, in the transaction that moves the cursor:
 * each event has its consequence exactly once, whenever this process dies.
 * @returns how many events were read.
 */
export async function planPages(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const cursor = await lockCursor(tx, notifierReader)
    const routed = await eventsAfter(tx, cursor, batch)
    const events = routed.map(({ event }) => event)
    const last = events.at(-1)
    if (!last) return 0
    const grounds = await groundsOf(tx, [...new Set(events.flatMap(({ incidentId }) => incidentId ?? []))])
    const planning: Planning = { context, tx, grounds, codes: null, holders: new Map() }
    for (const event of events) await follow(planning, event)
    await countStorms(tx, events)
    await hastenGraver(planning, events)
    await planWebhooks(context, tx, routed)
    await moveCursor(tx, notifierReader, last.id)
    return events.length
  })
}

type Planning = {
  context: Context
  tx: Transaction
  grounds: Map<string, Ground>
  codes: Set<string> | null
  holders: Map<string, RungHolder[]>
}

async function follow(planning: Planning, event: LoggedEvent): Promise<void> {
  const ground = (event.incidentId && planning.grounds.get(event.incidentId)) || null
  const agencies = ground ? firstLineAgencies.filter((one) => ground.route.includes(one)) : []
  const { calls = [], stops = [] } = consequenceOf(
    event,
    ground && { grade: ground.grade, agencies, route: ground.route },
  )
  for (const stop of stops) await stopPages(planning.tx, stop, planning.context.now)
  for (const call of calls) await insertPages(planning.tx, await pagesOf(planning, call, ground))
}

/** One page for each post on the rungs that are called; a person on two of them is called once. */
async function pagesOf(planning: Planning, call: Call, ground: Ground | null) {
  const { context } = planning
  const rows: (typeof page.$inferInsert)[] = []
  // Who is being called for the incident already is called more urgently, not a second time.
  const called =
    call.occasion === 'alarmed' && ground ? await contactsCalled(planning.tx, ground.id) : new Set<string>()
  for (const holder of await holdersOf(planning, call)) {
    if (called.has(holder.id)) continue
    rows.push({
      id: context.newId(),
      key: `${call.subject}/${holder.id}`,
      incidentId: ground?.id ?? null,
      alertId: call.alert?.id ?? null,
      agency: call.agency,
      contactId: holder.id,
      occasion: call.occasion,
      rung: call.ladderRung,
      alertVersion: call.alert?.version ?? null,
      // The office and the group's leader are told of another agency's alert, they cannot accept it.
      mayAccept: call.alert !== null && holder.agency === call.agency,
      urgency: urgencyOfCall(call, ground),
      facts: factsOf(ground, call),
      posts: ground?.postCount ?? 1,
      code: await newCode(planning),
      state: 'open',
      beganAt: context.now,
      expiresAt: new Date(context.now.getTime() + linkHours * 3_600_000),
      nextTryAt: context.now,
    })
  }
  return rows
}

/** The office hears of a broken glass at once, however small the incident is. */
function urgencyOfCall(call: Call, ground: Ground | null): Urgency {
  if (call.occasion === 'glass_broken') return 'critical'
  return ground ? urgencyOf(ground.grade, ground.danger.length > 0 && !ground.dangerOver) : 'urgent'
}

async function holdersOf(
  { context, tx, holders }: Planning,
  { agency, rungs, userId }: Call,
): Promise<RungHolder[]> {
  if (userId) return contactsOfUser(tx, userId)
  const key = `${agency} ${rungs.join()}`
  const known = holders.get(key) ?? (await holdersOnShift(tx, { agency, rungs, at: context.now }))
  holders.set(key, known)
  return known
}

/** Counts, place and clock, never a post's text: this leaves the house. */
function factsOf(ground: Ground | null, { dueAt }: Call): Record<string, string | number | null> {
  if (!ground) return { dueAt }
  const place = placeOf(ground.placeCode)
  return {
    dueAt,
    number: numberOf(ground),
    headline: ground.headline,
    grade: ground.grade,
    place: place ? `${place.county ?? ''}${place.name}` : null,
    workers: ground.workers?.min ?? null,
    amountYuan: ground.amountYuan?.min ?? null,
    danger: ground.danger.length > 0 && !ground.dangerOver ? 1 : 0,
  }
}

/** Four digits can be typed on any telephone; six when the room is crowded. */
async function newCode(planning: Planning): Promise<string> {
  planning.codes ??= await openCodes(planning.tx)
  const { codes } = planning
  const [from, to] = codes.size < 3_000 ? [1_000, 10_000] : [100_000, 1_000_000]
  for (;;) {
    const code = String(randomInt(from, to))
    if (codes.has(code)) continue
    codes.add(code)
    return code
  }
}

/** An incident that has become graver is called more urgently at once, by the channels that were not yet used. */
async function hastenGraver({ context, tx, grounds }: Planning, events: LoggedEvent[]): Promise<void> {
  const graver = new Set(
    events.filter(({ name }) => changesUrgency.has(name)).map(({ incidentId }) => incidentId),
  )
  for (const id of graver) {
    const ground = id && grounds.get(id)
    if (!ground) continue
    const urgency = urgencyOf(ground.grade, ground.danger.length > 0 && !ground.dangerOver)
    const softer = urgencies.filter((one) => one !== urgency && atLeast(urgency, one))
    await hastenPages(tx, ground.id, { urgency, softer, now: context.now })
  }
}

const changesUrgency: ReadonlySet<LoggedEvent['name']> = new Set([
  'incident.regraded',
  'incident.grade_decided',
  'incident.alarmed',
])

/** However many posts a storm brings, each page hears one number. */
async function countStorms(tx: Transaction, events: LoggedEvent[]): Promise<void> {
  const counts = new Map<string, number>()
  for (const event of events) {
    if (event.name === 'incident.joined') counts.set(event.data.incident.id, event.data.incident.postCount)
  }
  for (const [incidentId, posts] of counts) await countPosts(tx, incidentId, posts)
}
