import { desc, sql } from 'drizzle-orm'
import type { FourNotsView } from '#contracts/handling.ts'
import type { PersonView } from '#contracts/views.ts'
import type { NotsAssessment } from '#domain/incident/four-nots.ts'
import type { Queryable, Transaction } from './database.ts'
import { withMerged } from './handled-incident.ts'
import { fourNotsSet } from './tables/handling.ts'

export type SetNots = NotsAssessment & { by: PersonView }

export async function insertNots(
  tx: Transaction,
  id: string,
  incidentId: string,
  { answers, since, evidence, at, by }: SetNots,
): Promise<void> {
  await tx.insert(fourNotsSet).values({
    id,
    incidentId,
    at,
    by,
    evidence,
    ...answers,
    hotterSince: since.hotter,
    spreadingSince: since.spreading,
    growingSince: since.growing,
    changingSince: since.changing,
  })
}

/** The four as they were last set; null when nobody has set them yet. */
export async function latestNots(db: Queryable, incidentId: string): Promise<SetNots | null> {
  const [row] = await db
    .select()
    .from(fourNotsSet)
    .where(sql`${fourNotsSet.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(desc(fourNotsSet.at))
    .limit(1)
  if (!row) return null
  const { hotter, spreading, growing, changing, at, by, evidence } = row
  return {
    answers: { hotter, spreading, growing, changing },
    since: {
      hotter: row.hotterSince,
      spreading: row.spreadingSince,
      growing: row.growingSince,
      changing: row.changingSince,
    },
    evidence,
    at,
    by,
  }
}

export function notsViewOf({ answers, since, evidence, at, by }: SetNots): FourNotsView {
  const told = (one: Date | null) => one?.toISOString() ?? null
  return {
    answers,
    since: {
      hotter: told(since.hotter),
      spreading: told(since.spreading),
      growing: told(since.growing),
      changing: told(since.changing),
    },
    evidence,
    at: at.toISOString(),
    by,
  }
}
