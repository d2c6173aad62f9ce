'use client'

import { useTranslations } from 'use-intl/react'
import type { GradeView } from '#contracts/views.ts'
import { rem } from '#ui/tokens/rem.ts'
import { GradeNumeral } from './grade-numeral.tsx'
import { GradeShape } from './grade-shape.tsx'

/** `zero`: nothing of this grade is open. `grey`: old or cut off, we do not know. `on_field`: white on red. */
export type BadgeTone = 'normal' | 'zero' | 'grey' | 'on_field'

/** A grade as a shape with a numeral, told apart at 16 px, in grey and without colour vision. */
export function GradeBadge({
  grade,
  size,
  tone = 'normal',
  className,
}: {
  grade: GradeView
  /** Logical pixels: 16 24 28 44 60 96 232. */
  size: number
  tone?: BadgeTone
  className?: string
}) {
  const t = useTranslations('grade.spoken')
  return (
    <svg
      viewBox="0 0 48 48"
      role="img"
      aria-label={t(grade)}
      className={className}
      style={{
        width: rem(size),
        height: rem(size),
        flex: 'none',
        opacity: tone === 'zero' ? 0.35 : undefined,
      }}
    >
      <BadgeFace grade={grade} tone={tone} />
    </svg>
  )
}

/** The badge's drawing in a 48 box, for those who need it inside their own svg. */
export function BadgeFace({ grade, tone = 'normal' }: { grade: GradeView; tone?: BadgeTone }) {
  const { fill, num, edge } = paint(grade, tone)
  return (
    <>
      {edge ? <GradeShape grade={grade} fill={edge} /> : null}
      <GradeShape grade={grade} fill={fill} grow={edge ? -0.9 : 0} />
      <GradeNumeral grade={grade} color={num} />
    </>
  )
}

function paint(grade: GradeView, tone: BadgeTone): { fill: string; num: string; edge: string | null } {
  if (tone === 'on_field') return { fill: 'var(--color-white)', num: 'var(--grade-one-field)', edge: null }
  if (tone === 'grey') return { fill: 'var(--badge-grey, var(--line2))', num: 'var(--s1)', edge: null }
  const key = { I: '1', II: '2', III: '3', IV: '4', watch: 'watch' }[grade]
  const edged = grade === 'II' || grade === 'III'
  return {
    fill: `var(--grade-${key}-fill)`,
    num: `var(--grade-${key}-num)`,
    edge: edged ? `var(--grade-${key}-edge)` : null,
  }
}
