import type { Producer } from '#platform/queue.ts'
import type { Context } from '#use-cases/context.ts'
import { pollDueSource, sourcesToBegin } from '#use-cases/poll-due-source.ts'
import type { Manners } from '#use-cases/visit-host.ts'

/** Wakes workers for the sources that are due; while Redis is away, and nobody can be woken, polls them itself. */
export async function sweepDueSources(context: Context, queue: Producer, manners: Manners): Promise<void> {
  const due = await sourcesToBegin(context)
  if (due.length === 0) return
  if (await queue.ping()) {
    await Promise.all(due.map((sourceId) => queue.hint('poll-source', { sourceId }, sourceId)))
  } else {
    await Promise.all(due.map((sourceId) => pollDueSource(context, { sourceId }, manners)))
  }
}
