'use client'

import clsx from 'clsx'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { rem } from '#ui/tokens/rem.ts'

/** 演练 under the text of a drill tile. */
export function Watermark({ className }: { className?: string }) {
  return (
    <svg aria-hidden className={clsx('pointer-events-none absolute inset-0 size-full', className)}>
      <WatermarkFill length={rem} />
    </svg>
  )
}

/**
 * The same inside another drawing, which says how long one logical pixel is there.
 * The pitch of 380 px is narrow enough that no crop of a wall escapes it.
 */
export function WatermarkFill({
  length,
  area = { x: 0, y: 0, width: '100%', height: '100%' },
}: {
  length: (logicalPixels: number) => string | number
  area?: { x: number; y: number; width: number | string; height: number | string }
}) {
  const id = useId()
  const word = useTranslations('drill')('word')
  return (
    <>
      <pattern
        id={id}
        width={length(380)}
        height={length(290)}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-20)"
      >
        <text
          y={length(170)}
          fill="currentColor"
          fontWeight="900"
          style={{ fontSize: length(150), letterSpacing: '0.13em' }}
        >
          {word}
        </text>
      </pattern>
      <rect {...area} fill={`url(#${id})`} opacity="0.09" />
    </>
  )
}
