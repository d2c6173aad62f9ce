'use client'

import { useTranslations } from 'use-intl/react'
import { startTransfer } from '#actions/ledger.ts'
import type { IncidentView } from '#contracts/views.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { numberIn } from '#ui/primitives/form-fields.ts'

/** Checks the line of the criminal rule before anything is ordered; figures claimed so far stand filled in. */
export function StartTransferDialog({ incident, close }: { incident: IncidentView; close: () => void }) {
  const t = useTranslations('transfer.start')
  const figures = [
    ['workers', incident.workers?.min ?? '', 1],
    ['totalYuan', incident.amountYuan?.min ?? '', 0.01],
    ['longestMonths', incident.months?.min ?? '', 1],
    ['largestYuan', '', 0.01],
  ] as const
  return (
    <FormDialog
      title={t('title')}
      note={t('note')}
      submitWords={t('check')}
      send={(fields) =>
        startTransfer({
          incidentId: incident.id,
          workers: numberIn(fields, 'workers'),
          totalYuan: numberIn(fields, 'totalYuan'),
          longestMonths: numberIn(fields, 'longestMonths'),
          largestYuan: numberIn(fields, 'largestYuan'),
        })
      }
      close={close}
    >
      <div className="grid grid-cols-2 gap-3">
        {figures.map(([name, value, step]) => (
          <Field
            key={name}
            label={t(name)}
            name={name}
            type="number"
            min="0"
            step={step}
            defaultValue={value}
            required
          />
        ))}
      </div>
    </FormDialog>
  )
}
