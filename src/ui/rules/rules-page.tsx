'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl/react'
import type { RulesView } from '#contracts/rules.ts'
import { DryRun } from './dry-run.tsx'
import { OwnPatterns } from './own-patterns.tsx'
import { OwnWords } from './own-words.tsx'
import { RulesTabs } from './rules-tabs.tsx'
import { SaveRules } from './save-rules.tsx'
import { SeedWords } from './seed-words.tsx'
import { Thresholds } from './thresholds.tsx'
import { TryBox } from './try-box.tsx'
import { useDraft } from './use-draft.ts'
import { Versions } from './versions.tsx'

/** Words, patterns and thresholds, tried before they count and gone back from as easily. */
export function RulesPage({ rules, today }: { rules: RulesView; today: string }) {
  const t = useTranslations('rules')
  const router = useRouter()
  const draft = useDraft(rules, today)
  const saved = () => router.refresh()
  return (
    <div className="mx-auto flex w-full max-w-[1680px] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-desk-title font-bold">{t('title')}</h1>
        <RulesTabs view="rules" />
        <p className="text-desk-body text-t2 md:ml-auto">
          {rules.activeVersion === 0 ? t('seedInUse') : t('versionInUse', { version: rules.activeVersion })}
        </p>
        <p className="text-desk-body text-t3">{t('note')}</p>
      </header>
      <div className="grid items-start gap-3 xl:grid-cols-[1fr_520px]">
        <div className="grid min-w-0 gap-3">
          <OwnWords rules={rules} draft={draft} />
          <OwnPatterns rules={rules} draft={draft} />
          <Thresholds rules={rules} draft={draft} />
          <SeedWords rules={rules} draft={draft} />
        </div>
        <div className="grid min-w-0 gap-3">
          <TryBox edition={draft.edition} />
          <DryRun edition={draft.edition} />
          <SaveRules rules={rules} draft={draft} saved={saved} />
          <Versions rules={rules} draft={draft} changed={saved} />
        </div>
      </div>
    </div>
  )
}
