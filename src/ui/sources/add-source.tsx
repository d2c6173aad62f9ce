'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { SourceForm } from '#contracts/source-form.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { AddOpml } from './add-opml.tsx'
import { AddSourceFields } from './add-source-fields.tsx'
import { AddSourceKey } from './add-source-key.tsx'
import { KindChoice } from './add-source-kind.tsx'
import { type AddOutcome, useAddSource } from './add-source-state.ts'
import { SourcePreview } from './source-preview.tsx'

/** A new source of any kind; the form is drawn from what the kind says of itself. */
export function AddSource({ forms, added }: { forms: SourceForm[]; added: () => void }) {
  const t = useTranslations('sources')
  const [kind, setKind] = useState<SourceForm['kind']>('feed')
  const form = forms.find((one) => one.kind === kind) ?? forms[0]
  const state = useAddSource(added)
  if (!form) return null
  const choose = (next: SourceForm['kind']) => {
    setKind(next)
    // A key is shown once: only its own button may take it away.
    if (!(state.outcome && 'credentials' in state.outcome)) state.forget()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void state.add(form)
  }
  return (
    <Panel caption={t('add')} note={t('hotlineHint')}>
      <form onSubmit={submit} className="mt-3 flex flex-col gap-3" autoComplete="off">
        <KindChoice kinds={forms.map((one) => one.kind)} chosen={form.kind} choose={choose} />
        <AddSourceFields form={form} typed={state.typed} type={state.type} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" busy={state.busy} className="max-md:h-12 max-md:flex-1">
            {t('submit')}
          </Button>
          {form.pushed ? null : (
            <Button
              disabled={state.busy}
              onClick={(event) => {
                if (event.currentTarget.form?.reportValidity()) void state.tryOut(form)
              }}
              className="max-md:h-12 max-md:flex-1"
            >
              {t('tryOut')}
            </Button>
          )}
          {form.kind === 'feed' ? <AddOpml added={added} /> : null}
        </div>
      </form>
      <Said outcome={state.outcome} />
      {state.trial ? (
        <div className="mt-3 text-desk-body">
          <SourcePreview name={state.calledName} trial={state.trial} close={state.closeTrial} />
        </div>
      ) : null}
      {state.outcome && 'credentials' in state.outcome ? (
        <AddSourceKey
          name={state.outcome.credentials.name}
          id={state.outcome.credentials.key}
          secret={state.outcome.credentials.secret}
          door={`/api/${state.outcome.credentials.kind}`}
          noted={state.forget}
        />
      ) : null}
    </Panel>
  )
}

function Said({ outcome }: { outcome: AddOutcome | null }) {
  const t = useTranslations('sources')
  const field = useTranslations('sources.field') as unknown as {
    (name: string): string
    has(name: string): boolean
  }
  const refusalText = useRefusalText()
  if (!outcome || 'credentials' in outcome) return null
  const refused = 'refusal' in outcome ? outcome.refusal : null
  const name = String(refused?.details.field ?? '')
  return (
    <p role="status" className="mt-3 text-desk-body font-semibold text-t1">
      {'added' in outcome ? t('added', { name: outcome.added }) : null}
      {refused
        ? refusalText(field.has(name) ? { ...refused, details: { field: field(name) } } : refused)
        : null}
      {'unreachable' in outcome ? t('unreachable') : null}
    </p>
  )
}
