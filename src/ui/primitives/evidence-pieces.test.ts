import { describe, expect, it } from 'vitest'
import type { EvidenceSpan } from '#contracts/post-view.ts'
import { evidencePieces } from './evidence-pieces.ts'

const span = (field: EvidenceSpan['field'], start: number, end: number): EvidenceSpan => ({
  field,
  start,
  end,
  rule: null,
})
const marked = (body: string, spans: EvidenceSpan[]) =>
  evidencePieces(body, spans).map((piece) => (piece.field ? `[${piece.field}:${piece.text}]` : piece.text))

describe('a sentence with its evidence', () => {
  const body = '濮院一家毛衫厂欠薪'

  it('keeps the words between the spans', () => {
    expect(marked(body, [span('employer', 4, 7), span('place', 0, 2)])).toEqual([
      '[place:濮院]',
      '一家',
      '[employer:毛衫厂]',
      '欠薪',
    ])
  })

  it('shows the longer of two spans that start together and drops what overlaps it', () => {
    expect(marked(body, [span('place', 0, 2), span('claim', 0, 4), span('employer', 3, 7)])).toEqual([
      '[claim:濮院一家]',
      '毛衫厂欠薪',
    ])
  })

  it('ignores spans outside the text and keeps an empty body empty', () => {
    expect(marked(body, [span('claim', 5, 99), span('claim', 3, 3)])).toEqual([body])
    expect(marked('', [])).toEqual([])
  })
})
