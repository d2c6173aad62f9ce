'use client'

import { useTranslations } from 'use-intl/react'
import { rem } from '#ui/tokens/rem.ts'

/** Three rising bars; as many are filled as rungs were called. None filled: the officer in charge. */
export function EscalationStair({ rung, size }: { rung: number /** 18 26 56 */; size: number }) {
  const t = useTranslations('agency')
  const name = t(`rung.${stairRung(rung)}`)
  return (
    <svg
      viewBox="0 0 26 26"
      role="img"
      aria-label={t('stair', { rung: name })}
      style={{ width: rem(size), height: rem(size), flex: 'none' }}
    >
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 9}
          y={16 - bar * 8}
          width="7"
          height={10 + bar * 8}
          fill={bar < rung ? 'currentColor' : 'var(--stair-empty, var(--line2))'}
        />
      ))}
    </svg>
  )
}

/** The stair has four names; a rung beyond them stays on the highest. */
export function stairRung(rung: number): '0' | '1' | '2' | '3' {
  const names = ['0', '1', '2', '3'] as const
  return names[Math.min(3, Math.max(0, rung))] ?? '3'
}
