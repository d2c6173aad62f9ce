import type { EvidenceSpan } from '#contracts/post-view.ts'

/** Words that only strengthen a claim nearby; marking them as claims would put 诉求 over 工人. */
const contextRules = new Set(['worker', 'employer', 'channel', 'first-person', 'short-message'])

/** What is marked in a sentence: facts, claims and counter-signs; the rest is told with the reasons. */
export function shownSpans(spans: EvidenceSpan[]): EvidenceSpan[] {
  return spans.filter(({ rule }) => rule === null || !contextRules.has(rule))
}
