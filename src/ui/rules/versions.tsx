'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { rollBackRules } from '#actions/rules.ts'
import type { RulesView } from '#contracts/rules.ts'
import { type Refusal, refusal } from '#domain/result.ts'
import { noEdition } from '#domain/review/rule-edition.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { shanghai, two } from '#ui/time/shanghai.ts'
import { RefusedLine } from './try-box.tsx'
import type { Draft } from './use-draft.ts'

/** Every saved version with who, when and why; any can be gone back to. */
export function Versions({ rules, draft, changed }: { rules: RulesView; draft: Draft; changed: () => void }) {
  const t = useTranslations('rules')
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState<number | null>(null)
  const goBack = async (version: number) => {
    setBusy(version)
    const why = t('wentBack', { version })
    const answer = await rollBackRules({ version, why }).catch(() => refusal('unreachable'))
    setBusy(null)
    setRefused(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    draft.reset(rules.versions.find((one) => one.version === version)?.edition ?? noEdition)
    changed()
  }
  const lines = [
    ...rules.versions,
    { version: 0, active: rules.activeVersion === 0, why: t('seed'), madeBy: null, madeAt: null },
  ]
  return (
    <Panel caption={t('versions')} note={t('versionsNote')}>
      <ol className="mt-2">
        {lines.map(({ version, active, why, madeBy, madeAt }) => (
          <li
            key={version}
            className="grid grid-cols-[40px_1fr_auto] items-center gap-x-3 border-t border-line py-2 text-desk-body"
          >
            <strong className="font-semibold">{version}</strong>
            <span className="min-w-0">
              <span className="block truncate">{why}</span>
              <span className="block truncate text-desk-meta text-t3">
                {madeAt ? t('madeBy', { who: madeBy?.post ?? '', at: dayAndTime(madeAt) }) : ''}
              </span>
            </span>
            {active ? (
              <span className="font-semibold text-accent">{t('inUse')}</span>
            ) : (
              <Button busy={busy === version} onClick={() => void goBack(version)} className="max-md:h-12">
                {t('goBack')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {refused ? <RefusedLine refusal={refused} /> : null}
    </Panel>
  )
}

/** 11-23 14:05, as the desk in Jiaxing reads it. */
export function dayAndTime(instant: string): string {
  const { month, day, hour, minute } = shanghai(instant)
  return `${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
}
