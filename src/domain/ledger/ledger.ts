import { ok, type Refusal, refusal } from '#domain/result.ts'

/**
 * Whose money it is: 用人单位 · 总包先行清偿 (条例 art. 30) · 工资保证金 · 政府应急周转金 · 保函或保险 · 其他.
 * In the order in which the documents want them asked.
 */
export const moneySources = [
  'employer',
  'general_contractor',
  'deposit',
  'guarantee',
  'turnover_fund',
  'other',
] as const
export type MoneySource = (typeof moneySources)[number]

/**
 * owed: the sum established so far, replacing the one before · paid: wages that reached the workers ·
 * recovered: what the employer gave back to the fund or deposit that had stepped in · reversed: an entry taken back.
 */
export type LedgerEntry = {
  id: string
  kind: 'owed' | 'paid' | 'recovered' | 'reversed'
  /** Money in fen, so that sums are exact. */
  fen: number
  workers: number | null
  source: MoneySource | null
  /** Id of the entry a reversal takes back. */
  reverses: string | null
}

export type Balance = {
  /** False until somebody has established what is owed. */
  known: boolean
  owedFen: number
  paidFen: number
  leftFen: number
  workersOwed: number | null
  workersPaid: number
  /** What public or pledged money advanced and has not got back from the employer. */
  advancedFen: number
}

/** Steps in for the employer and is to be recovered from them. */
const advances: ReadonlySet<MoneySource> = new Set(['deposit', 'guarantee', 'turnover_fund'])

/** What is owed, paid and left, from the entries in the order they were made. */
export function balanceOf(entries: readonly LedgerEntry[]): Balance {
  const standing = standingEntries(entries)
  const owed = standing.findLast(({ kind }) => kind === 'owed')
  const paid = standing.filter(({ kind }) => kind === 'paid')
  const paidFen = sum(paid)
  return {
    known: owed !== undefined,
    owedFen: owed?.fen ?? 0,
    paidFen,
    leftFen: Math.max(0, (owed?.fen ?? 0) - paidFen),
    workersOwed: owed?.workers ?? null,
    workersPaid: paid.reduce((total, { workers }) => total + (workers ?? 0), 0),
    advancedFen: Math.max(0, advancedNet(standing)),
  }
}

/** Everybody has what was established as owed. */
export function isSettled(balance: Balance): boolean {
  return balance.known && balance.leftFen === 0
}

type EntryRefusal = 'owed_unknown' | 'more_than_left' | 'less_than_paid' | 'more_than_advanced'

/** May this entry be added? A ledger that pays more than is owed is a typing error until the debt is set anew. */
export function admitEntry(
  entries: readonly LedgerEntry[],
  entry: Pick<LedgerEntry, 'kind' | 'fen'>,
): { ok: true; value: Balance } | { ok: false; refusal: Refusal<EntryRefusal> } {
  const balance = balanceOf(entries)
  switch (entry.kind) {
    case 'owed':
      if (entry.fen < balance.paidFen) return refusal('less_than_paid', { paid: yuan(balance.paidFen) })
      break
    case 'paid':
      if (!balance.known) return refusal('owed_unknown')
      if (entry.fen > balance.leftFen) return refusal('more_than_left', { left: yuan(balance.leftFen) })
      break
    case 'recovered':
      if (entry.fen > balance.advancedFen)
        return refusal('more_than_advanced', { advanced: yuan(balance.advancedFen) })
      break
    case 'reversed':
      break
  }
  return ok(balance)
}

type ReversalRefusal = 'no_such_entry' | 'already_reversed' | 'less_than_paid' | 'more_than_advanced'

/** May the entry be taken back? It stays in the ledger with its reversal beside it. */
export function admitReversal(
  entries: readonly LedgerEntry[],
  entryId: string,
): { ok: true; value: LedgerEntry } | { ok: false; refusal: Refusal<ReversalRefusal> } {
  const entry = entries.find(({ id, kind }) => id === entryId && kind !== 'reversed')
  if (!entry) return refusal('no_such_entry')
  if (entries.some(({ reverses }) => reverses === entryId)) return refusal('already_reversed')
  const after = standingEntries(entries).filter(({ id }) => id !== entryId)
  const balance = balanceOf(after)
  if (entry.kind === 'owed' && balance.owedFen < balance.paidFen) {
    return refusal('less_than_paid', { paid: yuan(balance.paidFen) })
  }
  if (entry.kind === 'paid' && advancedNet(after) < 0) {
    return refusal('more_than_advanced', { advanced: yuan(balance.advancedFen) })
  }
  return ok(entry)
}

/** Entries nobody took back, reversals themselves left out. */
export function standingEntries<Entry extends Pick<LedgerEntry, 'id' | 'kind' | 'reverses'>>(
  entries: readonly Entry[],
): Entry[] {
  const reversed = new Set(entries.flatMap(({ reverses }) => (reverses ? [reverses] : [])))
  return entries.filter(({ id, kind }) => kind !== 'reversed' && !reversed.has(id))
}

/** Advanced by public or pledged money and not yet got back; below 0 more came back than was ever advanced. */
function advancedNet(standing: readonly LedgerEntry[]): number {
  const advanced = standing.filter(({ kind, source }) => kind === 'paid' && source && advances.has(source))
  return sum(advanced) - sum(standing.filter(({ kind }) => kind === 'recovered'))
}

function sum(entries: readonly { fen: number }[]): number {
  return entries.reduce((total, { fen }) => total + fen, 0)
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
