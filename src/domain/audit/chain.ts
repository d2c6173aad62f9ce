import { canonicalJson } from './canonical-json.ts'

/** A place in the chain: the event's number, counted without gaps from 1, and the hash that proves all before it. */
export type ChainHead = { seq: number; hash: string }

/** What stands before the first event. */
export const chainStart: ChainHead = { seq: 0, hash: '0'.repeat(64) }

/** What a hash vouches for; `at` is ISO 8601 in UTC. */
export type ChainedFacts = {
  name: string
  at: string
  data: unknown
  incident: string | null
  route: readonly string[] | null
  actor: unknown
}

/** SHA-256 as lower-case hex of a text in UTF-8. */
export type Digest = (text: string) => string

/** The hash of an event that stands at `seq` behind an event with the hash `before`. */
export function hashOf(facts: ChainedFacts, seq: number, before: string, digest: Digest): string {
  const { name, at, data, incident, route, actor } = facts
  return digest(canonicalJson({ seq, before, name, at, data, incident, route, actor }))
}

/** An event as it is found in the log, whoever put it there. */
export type FoundEvent = ChainedFacts & {
  id: number
  seq: number | null
  prevHash: string | null
  hash: string | null
}

/**
 * changed: its content is not what was hashed · rewritten: changed and hashed anew, which the event after it or a
 * kept head gives away · missing: taken out · inserted: never recorded · reordered: stands where it did not happen ·
 * tail_cut: the last events are gone.
 */
export type ChainFault = 'changed' | 'rewritten' | 'missing' | 'inserted' | 'reordered' | 'tail_cut'

export type ChainBreak = { fault: ChainFault; seq: number; id: number | null }

/**
 * Whether the event found next continues the chain proven up to `head`; else what is wrong, and with which event.
 * A gap is told as missing; whether that event stands elsewhere only the whole log can tell.
 */
export function continueChain(
  head: ChainHead,
  found: FoundEvent,
  digest: Digest,
): { ok: true; head: ChainHead } | { ok: false; fault: ChainBreak } {
  const broken = (fault: ChainFault, seq: number, id: number | null) => ({
    ok: false as const,
    fault: { fault, seq, id },
  })
  const { id, seq, prevHash, hash } = found
  const expected = head.seq + 1
  if (seq === null || prevHash === null || hash === null || seq < expected) {
    return broken('inserted', seq ?? expected, id)
  }
  if (seq > expected) return broken('missing', expected, null)
  if (hashOf(found, seq, prevHash, digest) !== hash) return broken('changed', seq, id)
  // It is whole in itself and remembers another predecessor: that one was changed and hashed anew.
  if (prevHash !== head.hash)
    return broken(head.seq === 0 ? 'inserted' : 'rewritten', Math.max(1, head.seq), null)
  return { ok: true, head: { seq, hash } }
}

/** `a41f…09c2`: enough of a hash to compare by eye. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-4)}`
}
