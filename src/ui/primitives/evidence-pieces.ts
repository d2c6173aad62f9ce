import type { EvidenceField, EvidenceSpan } from '#contracts/post-view.ts'

export type EvidencePiece = { start: number; text: string; field: EvidenceField | null }

/** Cuts a body into plain and marked pieces; of overlapping spans the earlier, then the longer, is shown. */
export function evidencePieces(body: string, spans: EvidenceSpan[]): EvidencePiece[] {
  const ordered = spans
    .filter((span) => span.start >= 0 && span.end <= body.length && span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: EvidencePiece[] = []
  let at = 0
  for (const span of ordered) {
    if (span.start < at) continue
    if (span.start > at) pieces.push({ start: at, text: body.slice(at, span.start), field: null })
    pieces.push({ start: span.start, text: body.slice(span.start, span.end), field: span.field })
    at = span.end
  }
  if (at < body.length) pieces.push({ start: at, text: body.slice(at), field: null })
  return pieces
}
