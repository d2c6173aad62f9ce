'use client'

import { useTranslations } from 'use-intl/react'
import { referLegalAid } from '#actions/ledger.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn, numberIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'

/** Sends a number of workers, who agreed, on to legal aid; no name is asked. */
export function LegalAidDialog({ incidentId, close }: { incidentId: string; close: () => void }) {
  const t = useTranslations('proceeding.legalAid')
  const today = dayOf(Date.now())
  return (
    <FormDialog
      title={t('title')}
      note={t('note')}
      submitWords={t('refer')}
      send={(fields) =>
        referLegalAid({
          incidentId,
          centre: lineIn(fields, 'centre'),
          people: numberIn(fields, 'people'),
          on: lineIn(fields, 'on'),
          consent: true,
        })
      }
      close={close}
    >
      <Field label={t('centre')} name="centre" required minLength={2} maxLength={200} autoFocus />
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('people')} name="people" type="number" min="1" step="1" required />
        <Field label={t('on')} name="on" type="date" defaultValue={today} max={today} required />
      </div>
      <label className="flex items-center gap-2 text-desk-body">
        <input type="checkbox" required className="size-4" />
        {t('consent')}
      </label>
    </FormDialog>
  )
}
