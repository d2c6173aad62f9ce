'use client'

import clsx from 'clsx'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { StepName, StepView } from '#contracts/views.ts'
import { Button } from '#ui/primitives/button.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'

/** Which step is done, with a short note; nothing is sent until it is confirmed. */
export function RecordForm({
  steps,
  first,
  busy,
  surface,
  submit,
  cancel,
}: {
  /** Steps still open. */
  steps: StepView[]
  first: StepName
  busy: boolean
  surface: 'desk' | 'phone'
  submit: (step: StepName, note: string) => void
  cancel: () => void
}) {
  const t = useTranslations('incident')
  const [step, setStep] = useState<StepName>(first)
  const [note, setNote] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) submit(step, note)
  }
  const field = 'rounded-control border border-line2 bg-field px-3 text-t1 max-md:h-12 md:h-8'
  return (
    <form
      onSubmit={send}
      onKeyDown={(event) => event.key === 'Escape' && cancel()}
      aria-label={t('record')}
      className={clsx(
        'text-desk-body',
        surface === 'phone'
          ? 'grid grid-cols-2 gap-2 *:min-w-0 *:nth-[-n+2]:col-span-2'
          : 'flex flex-wrap items-center gap-3 rounded-tile bg-s2 px-4 py-3',
      )}
    >
      <select
        aria-label={t('recordStep')}
        value={step}
        onChange={(event) => setStep(event.target.value as StepName)}
        className={field}
      >
        {steps.map((one) => (
          <option key={one.step} value={one.step}>
            {t('stepBy', { step: t(`step.${one.step}`), time: clockMinutes(one.dueAt) })}
          </option>
        ))}
      </select>
      <input
        // biome-ignore lint/a11y/noAutofocus: the officer pressed D to write this note
        autoFocus
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
        placeholder={t('recordNote')}
        aria-label={t('recordNote')}
        className={clsx(field, 'min-w-48 flex-1')}
      />
      <Button type="submit" variant="primary" surface={surface} busy={busy}>
        {t('recordDone')}
      </Button>
      <Button surface={surface} onClick={cancel} hint={surface === 'desk' ? 'Esc' : undefined}>
        {t('cancel')}
      </Button>
    </form>
  )
}
