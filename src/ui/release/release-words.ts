'use client'

import { useMessages, useTranslations } from 'use-intl/react'
import type { ForetoldView } from '#contracts/release.ts'

/** Puts a line of what will happen into words; texts of a reply are shown as they are, elsewhere. */
export function useForetoldWords(): (line: ForetoldView) => string | null {
  const t = useTranslations()
  const known = useMessages().release.line as Record<string, string>
  const say = t as unknown as (key: string, blanks: Record<string, string | number>) => string
  return ({ what, from, to }) => {
    if (!(what in known)) return null
    const shown = (value: string | number | null) => {
      if (value === null) return ''
      if (what === 'grade') return t(`rule.numeral.${value as 'I'}`)
      if (what === 'reply_kind') return t(`reply.kind.${value as 'facts'}`)
      return value
    }
    return say(`release.line.${what}`, { from: shown(from), to: shown(to) })
  }
}
