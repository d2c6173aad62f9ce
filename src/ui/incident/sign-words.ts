import { useMessages, useTranslations } from 'use-intl/react'
import type { LikelyJoinView } from '#contracts/incident-detail.ts'

type Say = (key: string, blanks: Record<string, string | number>) => string

/** What two incidents have in common, sign by sign, and what forbids it; a figure that disagrees shows both. */
export function useSignWords(): {
  signs: (reason: LikelyJoinView['reason']) => string[]
  veto: (veto: string) => string
} {
  const known = useMessages().rule as Record<'sign' | 'veto', Record<string, string>>
  const say = useTranslations('rule') as unknown as Say
  return {
    signs: ({ facts }) =>
      Object.entries(facts).flatMap(([name, value]) =>
        name in known.sign ? [say(`sign.${name}`, { value })] : [],
      ),
    veto: (veto) => (veto in known.veto ? say(`veto.${veto}`, {}) : veto),
  }
}
