'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { EditionView } from '#contracts/grading.ts'
import { type Refusal, type Result, refusal } from '#domain/result.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { RefusedLine } from '#ui/rules/try-box.tsx'
import { dayAndTime } from '#ui/rules/versions.tsx'

/** Every version with who, when and why; any can be gone back to, which is a version of its own. */
export function EditionList({
  versions,
  rollBack,
  changed,
}: {
  versions: EditionView[]
  rollBack: (to: { version: number; why: string }) => Promise<Result<{ version: number }>>
  changed: () => void
}) {
  const t = useTranslations('rules')
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState<number | null>(null)
  const goBack = async (version: number) => {
    setBusy(version)
    const answer = await rollBack({ version, why: t('wentBack', { version }) }).catch(() =>
      refusal('unreachable'),
    )
    setBusy(null)
    setRefused(answer.ok ? null : answer.refusal)
    if (answer.ok) changed()
  }
  return (
    <Panel caption={t('versions')} note={t('versionsNote')}>
      <ol className="mt-2">
        {versions.map(({ version, active, why, madeBy, madeAt }) => (
          <li
            key={version}
            className="grid grid-cols-[40px_1fr_auto] items-center gap-x-3 border-t border-line py-2 text-desk-body"
          >
            <strong className="font-semibold">{version}</strong>
            <span className="min-w-0">
              <span className="block truncate">{version === 0 ? t('seed') : why}</span>
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
