'use client'

import clsx from 'clsx'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { rem } from '#ui/tokens/rem.ts'

/** 演练 under the text of a drill tile; its pitch is narrow enough that no crop escapes it. */
export function Watermark({ className }: { className?: string }) {
  const id = useId()
  const word = useTranslations('drill')('word')
  return (
    <svg aria-hidden className={clsx('pointer-events-none absolute inset-0 size-full', className)}>
      <defs>
        <pattern
          id={id}
          width="380"
          height="230"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-20)"
        >
          <text x="0" y="170" fill="currentColor" fontWeight="900" fontSize="150" letterSpacing="20">
            {word}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} style={{ fontSize: rem(150) }} opacity="0.09" />
    </svg>
  )
}
