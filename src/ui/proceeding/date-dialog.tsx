'use client'

import { useTranslations } from 'use-intl/react'
import { dateProceeding } from '#actions/ledger.ts'
import type { ProceedingView } from '#contracts/proceedings.ts'
import { proceedingStages } from '#domain/proceeding/proceeding.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'

/** Dates one stage of a proceeding; only a hearing is set for a day to come. */
export function DateDialog({
  proceeding: { id, kind, version },
  stage,
  close,
}: {
  proceeding: ProceedingView
  stage: string
  close: () => void
}) {
  const t = useTranslations('proceeding')
  const today = dayOf(Date.now())
  const ahead = proceedingStages[kind].find((one) => one.id === stage)?.ahead ?? false
  return (
    <FormDialog
      title={t('dateTitle', { kind: t(`kind.${kind}`), stage: t(`stage.${stage}`) })}
      note={t.has(`note.${stage}`) ? t(`note.${stage}`) : null}
      submitWords={t('do.date')}
      send={(fields) => dateProceeding({ proceedingId: id, stage, on: lineIn(fields, 'on'), version })}
      close={close}
    >
      <Field
        label={t('on')}
        name="on"
        type="date"
        defaultValue={today}
        max={ahead ? undefined : today}
        required
        autoFocus
      />
    </FormDialog>
  )
}
