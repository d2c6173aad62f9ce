'use client'

import { useTranslations } from 'use-intl/react'
import { enterDay } from '#actions/clocks.ts'
import type { CalendarView } from '#contracts/clock.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useRefresh } from '#ui/shell/refresh.ts'

/** Says of one day that it is the other way round, and why. */
export function DayDialog({ day, close }: { day: CalendarView['days'][number]; close: () => void }) {
  const t = useTranslations('calendar')
  const refresh = useRefresh()
  const kind = day.working ? 'rest' : 'work'
  const send = async (reason: string) => {
    const answer = await enterDay({ day: day.day, kind, reason })
    if (answer.ok) refresh()
    return answer
  }
  return (
    <FormDialog
      title={t('dayTitle', { day: day.day, kind })}
      note={t('dayNote')}
      submitWords={t('save')}
      close={close}
      send={(fields) => send(lineIn(fields, 'reason'))}
    >
      <Field
        label={t('reason')}
        hint={t('reasonHint')}
        name="reason"
        minLength={2}
        maxLength={300}
        required
      />
    </FormDialog>
  )
}
