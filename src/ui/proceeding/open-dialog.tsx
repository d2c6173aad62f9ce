'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { openProceeding } from '#actions/ledger.ts'
import { type ProceedingKind, proceedingKinds, proceedingStages } from '#domain/proceeding/proceeding.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'

/** Registers that arbitrators or a court were asked. */
export function OpenDialog({ incidentId, close }: { incidentId: string; close: () => void }) {
  const t = useTranslations('proceeding')
  const [kind, setKind] = useState<ProceedingKind>('arbitration')
  const today = dayOf(Date.now())
  const ticked = (fields: FormData, name: string) => fields.get(name) === 'on'
  return (
    <FormDialog
      title={t('do.open')}
      submitWords={t('do.open')}
      send={(fields) =>
        openProceeding({
          incidentId,
          kind,
          body: lineIn(fields, 'body'),
          on: lineIn(fields, 'on'),
          greenChannel: ticked(fields, 'greenChannel'),
          factsClear: ticked(fields, 'factsClear'),
          hardship: ticked(fields, 'hardship'),
        })
      }
      close={close}
    >
      <Field label={t('kindLabel')}>
        <select
          value={kind}
          onChange={(event) => setKind(event.target.value as ProceedingKind)}
          className={fieldLook}
        >
          {proceedingKinds.map((one) => (
            <option key={one} value={one}>
              {t(`kind.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('body')} hint={t('bodyHint')} name="body" required minLength={2} maxLength={200} />
      <Field
        label={t(`stage.${proceedingStages[kind][0]?.id ?? ''}`)}
        name="on"
        type="date"
        defaultValue={today}
        max={today}
        required
      />
      {kind === 'arbitration' ? <Tick name="greenChannel" label={t('greenChannelLong')} /> : null}
      {kind === 'advance_enforcement' ? (
        <>
          <Tick name="factsClear" label={t('factsClear')} />
          <Tick name="hardship" label={t('hardship')} />
        </>
      ) : null}
    </FormDialog>
  )
}

function Tick({ name, label }: { name: string; label: string }) {
  return (
    <label className="flex items-center gap-2 text-desk-body">
      <input type="checkbox" name={name} className="size-4" />
      {label}
    </label>
  )
}
