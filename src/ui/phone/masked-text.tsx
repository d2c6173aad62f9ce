import clsx from 'clsx'
import type { EvidenceSpan } from '#contracts/post-view.ts'
import { evidencePieces } from '#ui/primitives/evidence-pieces.ts'

/** A masked sentence on a phone: the words that were read are underlined, without their field names. */
export function MaskedText({
  body,
  spans,
  tinted = false,
}: {
  body: string
  spans: EvidenceSpan[]
  /** Lays the accent's tint under the words as well. */
  tinted?: boolean
}) {
  return evidencePieces(body, spans).map((piece) =>
    piece.field && piece.field !== 'against' ? (
      <mark
        key={piece.start}
        className={clsx(
          'mx-px border-b-2 border-accent box-decoration-clone text-t1',
          tinted ? 'bg-accent-tint px-[2px] py-[2px]' : 'bg-transparent pb-[2px]',
        )}
      >
        {piece.text}
      </mark>
    ) : (
      <span key={piece.start}>{piece.text}</span>
    ),
  )
}
