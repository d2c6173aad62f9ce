/**
 * Whether a server's ETag and Last-Modified can be believed.
 * lies: it said “unchanged” of a changed document · changes: a new mark for the same document every time ·
 * ignores: it sends the same document although we hold its mark · none: it gives no marks.
 */
export type ValidatorVerdict = 'untested' | 'honest' | 'lies' | 'changes' | 'ignores' | 'none'

export type ValidatorMemory = {
  verdict: ValidatorVerdict
  /** When a whole document was last read, ISO 8601. */
  fullAt: string | null
  /** When the verdict was last earned, ISO 8601. */
  judgedAt: string | null
  /** Of the items of the last whole document. */
  digest: string | null
  /** Whole answers in a row that held nothing new although we sent the mark. */
  needless: number
}

export const newValidatorMemory: ValidatorMemory = {
  verdict: 'untested',
  fullAt: null,
  judgedAt: null,
  digest: null,
  needless: 0,
}

export type Marks = { etag: string | null; lastModified: string | null }

/** A whole document: what it was marked with, and the digest of its items. */
export type WholeAnswer = Marks & { digest: string }

const hourMs = 3_600_000
const fullCheckAfterMs = 6 * hourMs
const liarIsTriedAgainAfterMs = 7 * 24 * hourMs
const needlessBelieved = 3

/** A server caught lying is asked for the whole document for a week. */
export function mayAskForNewsOnly({ verdict, judgedAt }: ValidatorMemory, now: Date): boolean {
  return verdict !== 'lies' || age(judgedAt, now) > liarIsTriedAgainAfterMs
}

/** After so long on “unchanged” alone the whole document is read once, to see whether that was true. */
export function wholeCheckIsDue({ fullAt }: ValidatorMemory, now: Date): boolean {
  return age(fullAt, now) >= fullCheckAfterMs
}

/**
 * What the check after a 304 shows: same marks on another document is a lie. When the marks moved too, the document
 * changed between the two requests, and nothing is held against the server.
 */
export function afterWholeCheck(
  memory: ValidatorMemory,
  sent: Marks,
  found: WholeAnswer,
  now: Date,
): ValidatorMemory {
  const read = { ...memory, fullAt: now.toISOString(), digest: found.digest, needless: 0 }
  const sameMarks = found.etag === sent.etag && found.lastModified === sent.lastModified
  const sameItems = found.digest === memory.digest
  if (!sameMarks && !sameItems) return read
  return { ...read, verdict: sameItems ? 'honest' : 'lies', judgedAt: now.toISOString() }
}

/** What an ordinary whole answer shows; `sent` are the marks the request carried, if any. */
export function afterWholeAnswer(
  memory: ValidatorMemory,
  sent: Marks | null,
  found: WholeAnswer,
  now: Date,
): ValidatorMemory {
  const read = { ...memory, fullAt: now.toISOString(), digest: found.digest }
  const judged = { ...read, judgedAt: now.toISOString() }
  if (!found.etag && !found.lastModified) return { ...judged, verdict: 'none', needless: 0 }
  const asked = sent !== null && (sent.etag !== null || sent.lastModified !== null)
  if (!asked) return { ...read, verdict: memory.verdict === 'none' ? 'untested' : memory.verdict }
  if (found.digest !== memory.digest) return { ...read, needless: 0 }
  const needless = memory.needless + 1
  if (needless < needlessBelieved) return { ...read, needless }
  const sameMarks = found.etag === sent.etag && found.lastModified === sent.lastModified
  return { ...judged, needless, verdict: sameMarks ? 'ignores' : 'changes' }
}

/** A true-looking “unchanged” ends a run of needless answers. */
export function afterUnchanged(memory: ValidatorMemory): ValidatorMemory {
  const forgiven = memory.verdict === 'changes' || memory.verdict === 'ignores' || memory.verdict === 'none'
  return { ...memory, needless: 0, verdict: forgiven ? 'untested' : memory.verdict }
}

function age(at: string | null, now: Date): number {
  return at === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(at)
}
