'use client'

import { useTranslations } from 'use-intl/react'
import { RulesTabs } from '#ui/rules/rules-tabs.tsx'

/** Which version is in force, and that it counts for what comes next. */
export function EditionHead({
  view,
  version,
}: {
  view: 'grades' | 'routes' | 'seasons' | 'response'
  version: number
}) {
  const t = useTranslations('editions')
  return (
    <header className="flex flex-wrap items-baseline gap-x-4">
      <h1 className="text-desk-title font-bold">{t(`title.${view}`)}</h1>
      <RulesTabs view={view} />
      <p className="text-desk-body text-t2 md:ml-auto">
        {version === 0 ? t('seedInUse') : t('versionInUse', { version })}
      </p>
      <p className="text-desk-body text-t3">{t(`note.${view}`)}</p>
    </header>
  )
}
