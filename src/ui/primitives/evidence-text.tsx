import clsx from 'clsx'
import type { EvidenceField, EvidenceSpan } from '#contracts/post-view.ts'
import { evidencePieces } from './evidence-pieces.ts'

/** A masked sentence with what was read in it: the field's name above, the words underlined below. */
export function EvidenceText({
  body,
  spans,
  fieldName,
  surface,
}: {
  body: string
  spans: EvidenceSpan[]
  fieldName: (field: EvidenceField) => string
  surface: 'desk' | 'phone'
}) {
  return (
    <p
      className={clsx(
        'whitespace-pre-wrap text-t1',
        surface === 'desk' ? 'text-desk-evidence font-medium leading-[3]' : 'text-[1.0625rem] leading-[2.9]',
      )}
    >
      {evidencePieces(body, spans).map((piece) =>
        piece.field ? (
          <mark
            key={piece.start}
            className={clsx('relative mx-px px-[2px] py-[2px]', marks[standing(piece.field)])}
          >
            <span className="absolute bottom-full left-0 whitespace-nowrap text-desk-label font-normal leading-[1.5] text-t3">
              {fieldName(piece.field)}
            </span>
            {piece.text}
          </mark>
        ) : (
          <span key={piece.start}>{piece.text}</span>
        ),
      )}
    </p>
  )
}

type Standing = 'for' | 'against' | 'fact'

/** Whether the words speak for the claim, against it, or only say something about it. */
function standing(field: EvidenceField): Standing {
  if (field === 'against') return 'against'
  return field === 'period' ? 'fact' : 'for'
}

const marks: Record<Standing, string> = {
  for: 'bg-accent-tint text-t1 border-b-2 border-accent',
  against: 'hatch bg-transparent text-t1 border-b-2 border-t3 [--hatch:10px] [background-blend-mode:normal]',
  fact: 'bg-transparent text-t1 border-b border-t2',
}
