import { ok, type Result, refusal } from '#domain/result.ts'
import type { Verification } from '#domain/verification/verification.ts'

/** 首次回应 · 情况说明 · 澄清公告 · 结果通报 */
export const replyKinds = ['holding', 'facts', 'clarification', 'final'] as const
export type ReplyKind = (typeof replyKinds)[number]

/** `published`: put before the public; `answered`: given through a hotline or petition, and recorded. */
export const replyWays = ['published', 'answered'] as const
export type ReplyWay = (typeof replyWays)[number]

/** draft → (two signatures) → signed → published; an answer through a hotline is `answered` when it is recorded. */
export type ReplyState = 'draft' | 'signed' | 'published' | 'answered' | 'dropped'

export type Reply = {
  id: string
  incidentId: string
  kind: ReplyKind
  state: ReplyState
  title: string
  body: string
  /** What was verified when it was drafted; null for a holding line, which states no fact. */
  verificationId: string | null
  draftedAt: Date
  draftedBy: { post: string; agency: string | null }
  /** Where it stands: an account, a paper, 12345. */
  place: string | null
  url: string | null
  /** When it came before the public, or was given. */
  publishedAt: Date | null
  recordedBy: { post: string; agency: string | null } | null
  version: number
}

export type DraftCode = 'no_verified_fact' | 'not_untrue' | 'untrue_is_clarified' | 'not_settled_yet'

/** What is known when a reply is drafted. */
export type ReplyGround = {
  /** The word that counts; null while nothing is verified. */
  verification: Pick<Verification, 'outcome'> | null
  /** Wages are paid, or a plan is signed. */
  settled: boolean
}

/** No word about facts before a fact is verified; what is missing is said. */
export function mayDraft(kind: ReplyKind, { verification, settled }: ReplyGround): Result<true, DraftCode> {
  if (kind === 'holding') return ok(true)
  if (!verification) return refusal('no_verified_fact')
  const untrue = verification.outcome === 'untrue'
  if (kind === 'clarification') return untrue ? ok(true) : refusal('not_untrue')
  if (kind === 'facts') return untrue ? refusal('untrue_is_clarified') : ok(true)
  return untrue || settled ? ok(true) : refusal('not_settled_yet')
}

/** A text drafted on facts that have been verified anew since then is not let out. */
export function restsOnPresentFacts(
  { kind, verificationId }: Pick<Reply, 'kind' | 'verificationId'>,
  standing: Pick<Verification, 'id'> | null,
): Result<true, 'no_verified_fact' | 'facts_changed_since'> {
  if (kind === 'holding') return ok(true)
  if (!standing) return refusal('no_verified_fact')
  return standing.id === verificationId ? ok(true) : refusal('facts_changed_since')
}

/** The step of the online track that a reply finishes once it is out. */
export function stepOfReply(kind: ReplyKind): 'first_response' | 'authoritative_word' {
  return kind === 'holding' ? 'first_response' : 'authoritative_word'
}

/**
 * What is said to the claimant through a hotline or a petition needs no second hand; it may be recorded only where the
 * claim came by such a line, and a clarification always goes before the public with two signatures.
 */
export function mayAnswerClaimant(
  kind: ReplyKind,
  { official }: { official: boolean },
): Result<true, 'clarified_in_public' | 'not_by_hotline'> {
  if (kind === 'clarification') return refusal('clarified_in_public')
  return official ? ok(true) : refusal('not_by_hotline')
}

/** Whether the public has the answer that today's facts ask for; a holding line or a word to the claimant alone is none. */
export function isAnswered(
  replies: readonly Pick<Reply, 'kind' | 'state' | 'verificationId'>[],
  standing: Pick<Verification, 'id'> | null,
): boolean {
  return replies.some(
    ({ kind, state, verificationId }) =>
      kind !== 'holding' && state === 'published' && standing !== null && verificationId === standing.id,
  )
}
