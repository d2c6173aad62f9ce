'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { saveRules } from '#actions/rules.ts'
import type { RulesView } from '#contracts/rules.ts'
import { type Refusal, refusal } from '#domain/result.ts'
import { TextField } from '#ui/account/field.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { RefusedLine } from './try-box.tsx'
import type { Draft } from './use-draft.ts'

/** Puts the edition in force with the reason why; every process reads with it within seconds. */
export function SaveRules({ rules, draft, saved }: { rules: RulesView; draft: Draft; saved: () => void }) {
  const t = useTranslations('rules')
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [version, setVersion] = useState<number | null>(null)
  const save = async (event: React.FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const wanted = { edition: draft.edition, why, basedOn: rules.activeVersion }
    const answer = await saveRules(wanted).catch(() => refusal('unreachable'))
    setBusy(false)
    setRefused(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    setVersion(answer.value.version)
    setWhy('')
    saved()
  }
  return (
    <Panel
      caption={t('save')}
      note={t(draft.changed ? 'unsavedNote' : 'nothingChanged')}
      aside={draft.changed ? <Button onClick={() => draft.reset()}>{t('reset')}</Button> : null}
    >
      <form onSubmit={save} className="mt-2 grid items-end gap-3 sm:grid-cols-[1fr_auto]">
        <TextField
          label={t('why')}
          value={why}
          maxLength={200}
          onChange={(event) => setWhy(event.target.value)}
        />
        <Button
          type="submit"
          variant="primary"
          busy={busy}
          disabled={!draft.changed || why.trim().length < 2}
          className="h-9 max-md:h-12"
        >
          {t('saveNow')}
        </Button>
      </form>
      {refused ? <RefusedLine refusal={refused} /> : null}
      {version !== null && !draft.changed ? (
        <p role="status" className="mt-2 text-desk-body text-t2">
          {t('saved', { version })}
        </p>
      ) : null}
    </Panel>
  )
}
