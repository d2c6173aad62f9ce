'use client'

import { useTranslations } from 'use-intl/react'
import { askStrikeOff, moveSupervision, openSupervision } from '#actions/handling.ts'
import type { SupervisionView } from '#contracts/handling.ts'
import type { AgencyView } from '#contracts/views.ts'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { AgencyField, DeadlineField, deadlineIn, Pair, WordsField } from './form-parts.tsx'

/** [D] A supervised unit has three working days to reply unless the order says otherwise. */
const usualDays = 3

export type SupervisionFormName = 'open' | 'dismiss' | 'reply' | 'return' | 'strikeOff'

/** What a move of a supervised case needs to be told. */
export function SupervisionForm({
  form,
  supervision,
  unit,
  agencies,
  now,
  close,
}: {
  form: SupervisionFormName
  supervision: SupervisionView
  /** The unit proposed to reply. */
  unit: string | undefined
  agencies: AgencyView[]
  now: number
  close: () => void
}) {
  const t = useTranslations('handling.supervision')
  const known = { supervisionId: supervision.id, version: supervision.version }
  if (form === 'open') {
    return (
      <FormDialog
        title={t('openTitle')}
        submitWords={t('open')}
        close={close}
        send={(fields) =>
          openSupervision({
            ...known,
            unit: lineIn(fields, 'agency'),
            requirement: lineIn(fields, 'words'),
            ...deadlineIn(fields),
          })
        }
      >
        <WordsField label={t('requirement')} hint={t('requirementHint')} />
        <Pair>
          <AgencyField label={t('unit')} agencies={agencies} value={unit} />
          <DeadlineField label={t('due')} days={usualDays} at={now + usualDays * 86_400_000} />
        </Pair>
      </FormDialog>
    )
  }
  const send = (fields: FormData) => {
    const note = lineIn(fields, 'words')
    if (form === 'strikeOff') return askStrikeOff({ ...known, reason: note })
    return moveSupervision({ ...known, move: form, note, ...deadlineIn(fields) })
  }
  return (
    <FormDialog
      title={t(`${form}Title`)}
      note={form === 'strikeOff' ? t('strikeOffNote') : null}
      submitWords={t(form)}
      close={close}
      send={send}
    >
      <WordsField label={form === 'dismiss' ? t('returnWords') : t(`${form}Words`)} />
      {form === 'return' ? <DeadlineField label={t('due')} mayKeep /> : null}
    </FormDialog>
  )
}
