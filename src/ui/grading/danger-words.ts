import { useMessages, useTranslations } from 'use-intl/react'

/** 登高、自焚或纵火 for the kinds of danger read from posts or stated by an officer. */
export function useDangerWords(): (kinds: readonly string[]) => string {
  const t = useTranslations('grading.life')
  const known = useMessages().grading.life.danger as Record<string, string>
  return (kinds) => kinds.map((kind) => known[kind] ?? known.other ?? '').join(t('join'))
}
