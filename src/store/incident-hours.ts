import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { hourOf } from '#domain/clock/shanghai.ts'
import type { Queryable, Transaction } from './database.ts'
import { incidentHour } from './tables/incident.ts'

/** Posts per hour since `since`, oldest first; hours without a post are not there. */
export async function hoursOf(
  db: Queryable,
  incidentId: string,
  since: Date,
): Promise<{ hour: Date; posts: number }[]> {
  return db
    .select({ hour: incidentHour.hour, posts: incidentHour.posts })
    .from(incidentHour)
    .where(and(eq(incidentHour.incidentId, incidentId), gte(incidentHour.hour, hourOf(since))))
    .orderBy(asc(incidentHour.hour))
}

/** Counts anew after posts came or went. */
export async function recountHours(tx: Transaction, incidentId: string): Promise<void> {
  await tx.delete(incidentHour).where(eq(incidentHour.incidentId, incidentId))
  await tx.execute(sql`
    insert into ${incidentHour} (incident_id, hour, posts)
    select incident_id, date_trunc('hour', received_at), count(*) from post
    where incident_id = ${incidentId} group by 1, 2`)
}
