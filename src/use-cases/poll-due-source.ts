import { begunPerSecond } from '#domain/source/spread.ts'
import { claimDueSource, countPolled, dueSources } from '#store/sources.ts'
import type { Context } from './context.ts'
import { type Polled, pollSource } from './poll-source.ts'
import type { Manners } from './visit-host.ts'

/** Longer than robots.txt, document and check together may take; a source whose process died is due again then. */
const claimedForMs = 120_000

/** Polls a source if it is due and nobody else is at it; a hint given twice harms nothing. */
export async function pollDueSource(
  context: Context,
  { sourceId }: { sourceId: string },
  manners?: Manners,
): Promise<Polled | { outcome: 'not_due' }> {
  const until = new Date(context.now.getTime() + claimedForMs)
  const claimed = await claimDueSource(context.db, sourceId, context.now, until)
  return claimed ? pollSource(context, { sourceId }, manners) : { outcome: 'not_due' }
}

/** The sources to begin in this second, so that what was left undone comes back as a stream. */
export async function sourcesToBegin(context: Context): Promise<string[]> {
  return dueSources(context.db, context.now, begunPerSecond(await countPolled(context.db)))
}
