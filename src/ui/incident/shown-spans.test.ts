import { expect, it } from 'vitest'
import type { EvidenceSpan } from '#contracts/post-view.ts'
import { shownSpans } from './shown-spans.ts'

const span = (field: EvidenceSpan['field'], rule: string | null): EvidenceSpan => ({
  field,
  start: 0,
  end: 1,
  rule,
})

it('marks facts, claims and counter-signs, not the words around them', () => {
  const marked = [span('employer', null), span('claim', 'arrears'), span('against', 'confuser-sport')]
  const around = [span('claim', 'worker'), span('claim', 'employer'), span('claim', 'first-person')]
  expect(shownSpans([...marked, ...around])).toEqual(marked)
})
