'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type Refusal, type Result, refusal } from '#domain/result.ts'
import { TextField } from '#ui/account/field.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { RefusedLine } from '#ui/rules/try-box.tsx'

/** Puts an edition in force with the reason why; every process follows within seconds. */
export function SaveEdition({
  version,
  changed,
  save,
  reset,
  saved,
}: {
  /** In force. */
  version: number
  changed: boolean
  save: (why: string) => Promise<Result<{ version: number }>>
  reset: () => void
  saved: () => void
}) {
  const t = useTranslations('rules')
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const submit = async (event: React.FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await save(why).catch(() => refusal('unreachable'))
    setBusy(false)
    setRefused(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    setWhy('')
    saved()
  }
  return (
    <Panel
      caption={t('save')}
      note={t(changed ? 'unsavedNote' : 'nothingChanged')}
      aside={changed ? <Button onClick={reset}>{t('reset')}</Button> : null}
    >
      <form onSubmit={submit} className="mt-2 grid items-end gap-3 sm:grid-cols-[1fr_auto]">
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
          disabled={!changed || why.trim().length < 2}
          className="h-9 max-md:h-12"
        >
          {t('saveNow')}
        </Button>
      </form>
      {refused ? <RefusedLine refusal={refused} /> : null}
      <p role="status" className="mt-2 text-desk-body text-t2">
        {changed ? null : version === 0 ? t('seedInUse') : t('versionInUse', { version })}
      </p>
    </Panel>
  )
}
