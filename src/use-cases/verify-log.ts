import {
  type ChainBreak,
  type ChainHead,
  chainStart,
  continueChain,
  type FoundEvent,
} from '#domain/audit/chain.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { type ReportedHead, reportedHeads } from '#store/daily-reports.ts'
import type { Database } from '#store/database.ts'
import { readLogHead, sha256 } from '#store/event-chain.ts'
import { foundEventsAfter, hasEventWithSeq, strayEventAfter } from '#store/found-events.ts'
import { postedHeads } from '#store/posted-heads.ts'
import { alteredReports, noteReport, type ReportName } from './altered-reports.ts'
import type { Context } from './context.ts'

/** The events read at once, which bounds the memory. */
const eventsAtOnce = 500

export type LogVerdict = {
  /** Events that were proven, up to the head or to the first break. */
  events: number
  /** The last link that was proven. */
  head: ChainHead
  /** Kept heads the chain was compared with: posted ones and those given. */
  compared: number
  broken: ChainBreak | null
  /** Daily reports whose printed head no longer fits: it stands at the break or behind it. */
  unfit: ReportedHead[]
  /** Daily reports that are not what the log says was made. */
  altered: ReportName[]
}

/**
 * Proves the event log from its first event to the head that stood when it was asked, and compares it on the way with
 * every head that was posted or is given; names the first break. What is recorded meanwhile is proven the next time.
 */
export async function verifyLog(
  context: Context,
  { kept = [] }: { kept?: readonly ChainHead[] } = {},
): Promise<Result<LogVerdict>> {
  const allowed = may(context.actor, 'verify_log')
  if (!allowed.ok) return allowed
  const { db } = context
  // Kept heads come first: one taken after the end was read would seem to lie beyond it.
  const reports = await reportedHeads(db)
  const heads = [...(await postedHeads(db)), ...reports, ...kept]
  const digests = new Map<string, string>()
  const hashesAt = bySeq(heads)
  const end = await readLogHead(db)
  let proven = chainStart
  let lastId = Number.MIN_SAFE_INTEGER
  const verdict = async (broken: ChainBreak | null) =>
    ok({
      events: proven.seq,
      head: proven,
      compared: heads.filter(({ seq }) => seq <= proven.seq).length,
      broken,
      unfit: broken ? reports.filter(({ seq }) => seq >= broken.seq) : [],
      altered: await alteredReports(db, { digests, whole: broken === null, before: reports }),
    })

  while (proven.seq < end.seq) {
    const found = await foundEventsAfter(db, lastId, Math.min(eventsAtOnce, end.seq - proven.seq))
    if (found.length === 0) return verdict({ fault: 'tail_cut', seq: proven.seq + 1, id: null })
    for (const one of found) {
      const next = continueChain(proven, one, sha256)
      if (!next.ok) return verdict(await judged(db, next.fault, one))
      proven = next.head
      lastId = one.id
      noteReport(digests, one)
      if (hashesAt.get(proven.seq)?.some((hash) => hash !== proven.hash))
        return verdict({ fault: 'rewritten', seq: proven.seq, id: one.id })
    }
  }
  return verdict(await brokenAtEnd(db, { proven, end, lastId, heads }))
}

/** A missing event may stand elsewhere in the log. */
async function judged(db: Database, fault: ChainBreak, found: FoundEvent): Promise<ChainBreak> {
  if (fault.fault !== 'missing' || !(await hasEventWithSeq(db, fault.seq))) return fault
  return { fault: 'reordered', seq: fault.seq, id: found.id }
}

function bySeq(heads: readonly ChainHead[]): Map<number, string[]> {
  const hashes = new Map<number, string[]>()
  for (const { seq, hash } of heads) hashes.set(seq, [...(hashes.get(seq) ?? []), hash])
  return hashes
}

type End = { proven: ChainHead; end: ChainHead; lastId: number; heads: readonly ChainHead[] }

async function brokenAtEnd(db: Database, { proven, end, lastId, heads }: End): Promise<ChainBreak | null> {
  if (proven.hash !== end.hash) return { fault: 'rewritten', seq: proven.seq, id: lastId }
  const stray = await strayEventAfter(db, lastId, end.seq)
  if (stray) return { fault: 'inserted', seq: stray.seq ?? end.seq + 1, id: stray.id }
  const lost = heads.find(({ seq }) => seq > end.seq)
  return lost ? { fault: 'tail_cut', seq: end.seq + 1, id: null } : null
}
