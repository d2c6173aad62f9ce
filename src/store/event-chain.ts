import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { type ChainedFacts, type ChainHead, hashOf } from '#domain/audit/chain.ts'
import type { Queryable, Transaction } from './database.ts'
import { logHead } from './tables/log-head.ts'

/** The columns by which an event hangs in the chain. */
export type Link = { seq: number; prevHash: string; hash: string }

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Holds the head until commit, so that writers queue and ids become visible in the order of the chain. */
export async function lockLogHead(tx: Transaction): Promise<ChainHead> {
  const [head] = await tx
    .select({ seq: logHead.seq, hash: logHead.hash })
    .from(logHead)
    .where(eq(logHead.only, true))
    .for('update')
  if (!head) throw new Error('the event log has lost its head')
  return head
}

export async function readLogHead(db: Queryable): Promise<ChainHead> {
  const [head] = await db.select({ seq: logHead.seq, hash: logHead.hash }).from(logHead)
  if (!head) throw new Error('the event log has lost its head')
  return head
}

export async function moveLogHead(tx: Transaction, { seq, hash }: ChainHead): Promise<void> {
  await tx.execute(sql`update log_head set seq = ${seq}, hash = ${hash} where "only"`)
}

/** Hangs events behind the head, each behind the one before. */
export function linksBehind(head: ChainHead, facts: readonly ChainedFacts[]): Link[] {
  let { seq, hash } = head
  return facts.map((one) => {
    const prevHash = hash
    seq += 1
    hash = hashOf(one, seq, prevHash, sha256)
    return { seq, prevHash, hash }
  })
}
