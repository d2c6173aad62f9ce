import type { EvidenceSpan, PostView } from '#contracts/post-view.ts'
import type { FlagReason, PostFacts, Span } from '#domain/post/post.ts'
import type { PostRow } from './posts.ts'

/** A kept post with the spans that speak for and against it. */
export function postViewOf(post: PostRow & { sourceName: string }): PostView {
  return {
    id: post.id,
    sourceName: post.sourceName,
    channel: post.channel,
    publishedAt: post.publishedAt?.toISOString() ?? null,
    receivedAt: post.receivedAt.toISOString(),
    body: post.body,
    url: post.url,
    label: post.label,
    score: post.score,
    spans: spansOf(post.facts, post.reasons),
    joinReason: post.joinReason ?? { rule: 'nothing_alike', facts: {} },
  }
}

/** Words such as 工人 or 车间 count a little but say nothing by themselves; marking them would hide what does. */
const tellingWeight = 2

/** Facts first; a rule's span is shown only where no fact already covers it. */
function spansOf(facts: PostFacts, reasons: FlagReason[]): EvidenceSpan[] {
  const one = (field: EvidenceSpan['field'], span: Span | null) => (span ? [factSpan(field, span)] : [])
  const all = (field: EvidenceSpan['field'], spans: Span[]) => spans.map((span) => factSpan(field, span))
  const read = [
    ...all('danger', facts.danger),
    ...all('flight', facts.flight),
    ...all('collective', facts.collective),
    ...all('place', facts.places),
    ...one('employer', facts.employer),
    ...one('project', facts.project),
    ...one('workers', facts.workers),
    ...one('amount', facts.amountYuan),
    ...one('period', facts.months),
  ]
  const shown: EvidenceSpan[] = []
  const free = (span: Span) => !shown.some((other) => span.start < other.end && other.start < span.end)
  for (const span of read) if (span.end > span.start && free(span)) shown.push(span)
  for (const { rule, weight, start, end } of reasons) {
    if (weight > 0 && weight < tellingWeight) continue
    const span = { field: weight < 0 ? 'against' : 'claim', start, end, rule } as const
    if (end > start && free(span)) shown.push(span)
  }
  return shown.sort((a, b) => a.start - b.start)
}

function factSpan(field: EvidenceSpan['field'], { start, end }: Span): EvidenceSpan {
  return { field, start, end, rule: null }
}
