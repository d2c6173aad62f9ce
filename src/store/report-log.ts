import { and, asc, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { EventData, EventName } from '#contracts/events.ts'
import type { Happened } from '#domain/report/found-for-report.ts'
import type { Queryable } from './database.ts'
import { event } from './tables/event.ts'
import { source } from './tables/source.ts'

/** A stretch of the log: after `fromSeq`, up to `untilSeq`. */
export type LogStretch = { fromSeq: number; untilSeq: number }

/** What the log tells of a stretch, as a daily report counts it. */
export async function happenedIn(db: Queryable, stretch: LogStretch): Promise<Happened[]> {
  const rows = await db
    .select({ name: event.name, at: event.at, data: event.data, incidentId: event.incidentId })
    .from(event)
    .where(and(within(stretch), inArray(event.name, Object.keys(tellings) as EventName[])))
    .orderBy(asc(event.seq))
  const vacated = await vacatedAlerts(db, stretch)
  return rows.flatMap((row) => {
    const tell = tellings[row.name as EventName] as Telling<EventName> | undefined
    const told = tell?.(row.data as never, { incidentId: row.incidentId, vacated })
    return told ? [told] : []
  })
}

type About = { incidentId: string | null; vacated: Vacated }
type Telling<N extends EventName> = (data: EventData<N>, about: About) => Happened | null

const tellings: { [N in EventName]?: Telling<N> } = {
  'incident.opened': (_, about) => plain('opened', about),
  // Resolved ones: what a drill clears from its stage was not.
  'incident.closed': ({ outcome }, about) => (outcome ? plain('closed', about) : null),
  'incident.reopened': (_, about) => plain('reopened', about),
  'incident.merged': (_, about) => plain('merged', about),
  'supervision.opened': (_, about) => plain('supervised', about),
  'supervision.closed': (_, about) => plain('struck_off', about),
  'page.unreachable': (_, about) => plain('unreachable', about),
  'message.failed': (_, about) => plain('undelivered', about),
  'alert.accepted': ({ alert: { id, agency, raisedAt, acceptedAt } }, { incidentId, vacated }) => {
    const until = Date.parse(acceptedAt ?? raisedAt)
    const since = vacated.get(id)?.findLast((at) => at <= until) ?? Date.parse(raisedAt)
    return { what: 'accepted', incidentId, agency, seconds: Math.max(0, Math.round((until - since) / 1_000)) }
  },
  'reply.published': ({ reply: { kind } }, { incidentId }) => ({ what: 'replied', incidentId, kind }),
  'reply.answered': ({ reply: { kind } }, { incidentId }) => ({ what: 'replied', incidentId, kind }),
  'transfer.moved': ({ move }, { incidentId }) => ({ what: 'transfer', incidentId, move }),
  'ledger.entered': ({ entry: { id } }, { incidentId }) => ({ what: 'entered', incidentId, entryId: id }),
}

function plain(
  what: Exclude<Happened['what'], 'accepted' | 'replied' | 'transfer' | 'entered'>,
  { incidentId }: About,
): Happened {
  return { what, incidentId }
}

/** When an acceptance was given back or lapsed, by alert, the earliest first: from then on the agency was missing again. */
type Vacated = ReadonlyMap<string, number[]>

async function vacatedAlerts(db: Queryable, { fromSeq, untilSeq }: LogStretch): Promise<Vacated> {
  const accepted = db
    .select({ id: event.incidentId })
    .from(event)
    .where(and(within({ fromSeq, untilSeq }), eq(event.name, 'alert.accepted')))
  const rows = await db
    .select({ at: event.at, alertId: sql<string>`${event.data}->'alert'->>'id'` })
    .from(event)
    .where(
      and(
        inArray(event.incidentId, accepted),
        inArray(event.name, ['alert.lapsed', 'alert.returned']),
        lte(event.seq, untilSeq),
      ),
    )
    .orderBy(asc(event.seq))
  const vacated = new Map<string, number[]>()
  for (const { alertId, at } of rows) vacated.set(alertId, [...(vacated.get(alertId) ?? []), at.getTime()])
  return vacated
}

/** Posts that opened or joined incidents, by the line they came on; most first. */
export async function postsIn(db: Queryable, stretch: LogStretch): Promise<{ key: string; count: number }[]> {
  const channel = sql<string>`coalesce(${source.channel}, 'other')`
  const told = sql`case ${event.name} when 'incident.joined' then ${event.data}->>'source'
    else ${event.data}->'incident'->'sources'->>0 end`
  return (
    db
      .select({ key: channel, count: sql<number>`count(*)::int` })
      .from(event)
      // A name may have been in use before; the source that has it now, or had it last, speaks for it.
      .leftJoin(
        source,
        sql`${source.id} = (select s.id from ${source} s where s.name = ${told}
        order by s.removed_at desc nulls first limit 1)`,
      )
      .where(and(within(stretch), inArray(event.name, ['incident.opened', 'incident.joined'])))
      .groupBy(channel)
      .orderBy(desc(sql`count(*)`), channel)
  )
}

/** The seq of the last event up to a moment; 0 when there is none. */
export async function seqAt(db: Queryable, at: Date): Promise<number> {
  const [row] = await db
    .select({ seq: event.seq })
    .from(event)
    .where(lte(event.at, at))
    .orderBy(desc(event.seq))
    .limit(1)
  return row?.seq ?? 0
}

/** When an event of the chain happened; null for the place before the first. */
export async function timeOfSeq(db: Queryable, seq: number): Promise<Date | null> {
  const [row] = await db.select({ at: event.at }).from(event).where(eq(event.seq, seq))
  return row?.at ?? null
}

/** When the log began; null while nothing has happened. */
export async function logBegan(db: Queryable): Promise<Date | null> {
  const [row] = await db.select({ at: event.at }).from(event).orderBy(asc(event.seq)).limit(1)
  return row?.at ?? null
}

function within({ fromSeq, untilSeq }: LogStretch): SQL | undefined {
  return and(gt(event.seq, fromSeq), lte(event.seq, untilSeq))
}
