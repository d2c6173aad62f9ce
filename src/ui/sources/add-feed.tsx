'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { addSource } from '#actions/sources.ts'
import type { Refusal } from '#domain/result.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Field, fieldLook } from '#ui/intake/field.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { useInterval } from './source-words.ts'

/** Seconds between two readings that are worth offering. */
const intervals = [60, 300, 900, 3600] as const

type Outcome = { added: string } | { refusal: Refusal } | { unreachable: true }

/** A new feed: its address, and a name when its host says too little. */
export function AddFeed({ added }: { added: () => void }) {
  const t = useTranslations('sources')
  const every = useInterval()
  const [typed, setTyped] = useState({ url: '', name: '', intervalSeconds: 300 })
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await carryOut(typed)
    setOutcome(answer)
    setBusy(false)
    if (!('added' in answer)) return
    setTyped({ url: '', name: '', intervalSeconds: typed.intervalSeconds })
    added()
  }
  return (
    <Panel caption={t('add')} note={t('hotlineHint')}>
      <form onSubmit={submit} className="mt-3 flex flex-wrap items-end gap-3">
        <Field
          className="flex-[3] basis-80"
          label={t('url')}
          type="url"
          required
          maxLength={2000}
          placeholder={t('urlHint')}
          value={typed.url}
          onChange={(event) => setTyped({ ...typed, url: event.target.value })}
        />
        <Field
          className="flex-1 basis-40"
          label={t('name')}
          hint={t('nameHint')}
          maxLength={200}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
        <Field className="basis-32" label={t('interval')}>
          <select
            value={typed.intervalSeconds}
            onChange={(event) => setTyped({ ...typed, intervalSeconds: Number(event.target.value) })}
            className={fieldLook}
          >
            {intervals.map((seconds) => (
              <option key={seconds} value={seconds}>
                {every(seconds)}
              </option>
            ))}
          </select>
        </Field>
        <Button type="submit" variant="primary" busy={busy} className="max-md:h-12 max-md:w-full md:h-9">
          {t('submit')}
        </Button>
      </form>
      <Said outcome={outcome} />
    </Panel>
  )
}

function Said({ outcome }: { outcome: Outcome | null }) {
  const t = useTranslations('sources')
  const refusalText = useRefusalText()
  if (!outcome) return null
  return (
    <p role="status" className="mt-3 text-desk-body font-semibold text-t1">
      {'added' in outcome ? t('added', { name: outcome.added }) : null}
      {'refusal' in outcome ? refusalText(outcome.refusal) : null}
      {'unreachable' in outcome ? t('unreachable') : null}
    </p>
  )
}

async function carryOut(typed: { url: string; name: string; intervalSeconds: number }): Promise<Outcome> {
  try {
    const answer = await addSource(typed)
    return answer.ok ? { added: answer.value.name } : { refusal: answer.refusal }
  } catch {
    return { unreachable: true }
  }
}
