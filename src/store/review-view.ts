import type { ReviewItem } from '#contracts/review.ts'
import type { FlagReason, PostFacts, Span } from '#domain/post/post.ts'
import { placeOf } from './gazetteer.ts'
import type { ReviewPost } from './review-posts.ts'

type Seen = Pick<ReviewItem, 'foresight' | 'alike' | 'probability'>

/** A doubtful post as a reviewer sees it: what spoke for it and against it, and what was read in it. */
export function reviewItemOf(post: ReviewPost, seen: Seen): ReviewItem {
  const { facts } = post
  const bounds = (range: { min: number; max: number | null } | null) =>
    range && { min: range.min, max: range.max }
  return {
    postId: post.id,
    sourceName: post.sourceName,
    channel: post.channel,
    publishedAt: post.publishedAt?.toISOString() ?? null,
    receivedAt: post.receivedAt.toISOString(),
    body: post.body,
    label: post.label,
    elsewhere: post.state === 'elsewhere',
    score: post.score,
    reasons: [...post.reasons]
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .map(({ rule, weight, start, end }) => ({ rule, weight, words: post.body.slice(start, end) })),
    spans: reviewSpans(facts, post.reasons),
    facts: {
      place: placeOf(facts.places[0]?.code ?? null),
      workers: bounds(facts.workers),
      amountYuan: bounds(facts.amountYuan),
      months: bounds(facts.months),
      employer: facts.employer?.name ?? null,
    },
    ...seen,
  }
}

/** The rules' words first, with what they weigh; a fact is shown where no rule already stands. */
export function reviewSpans(facts: PostFacts, reasons: readonly FlagReason[]): ReviewItem['spans'] {
  const shown: ReviewItem['spans'] = []
  const add = (span: ReviewItem['spans'][number]) => {
    const free = !shown.some((other) => span.start < other.end && other.start < span.end)
    if (span.end > span.start && free) shown.push(span)
  }
  for (const { rule, weight, start, end } of [...reasons].sort(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight),
  )) {
    // Of these the span is the whole message, or that of another rule.
    if (rule !== 'short-message') add({ field: weight < 0 ? 'against' : 'claim', start, end, rule, weight })
  }
  const byField: [ReviewItem['spans'][number]['field'], (Span | null)[]][] = [
    ['danger', facts.danger],
    ['flight', facts.flight],
    ['collective', facts.collective],
    ['place', facts.places],
    ['employer', [facts.employer]],
    ['project', [facts.project]],
    ['workers', [facts.workers]],
    ['amount', [facts.amountYuan]],
    ['period', [facts.months]],
  ]
  for (const [field, spans] of byField) {
    for (const span of spans)
      if (span) add({ field, start: span.start, end: span.end, rule: null, weight: null })
  }
  return shown.sort((a, b) => a.start - b.start)
}
