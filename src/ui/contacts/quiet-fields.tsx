'use client'

import { useTranslations } from 'use-intl/react'
import type { QuietHours } from '#domain/paging/personal-rules.ts'
import { Field } from '#ui/primitives/field.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { two } from '#ui/time/shanghai.ts'

/** From when to when a post is left in peace; both empty: never. */
export function QuietFields({ quiet }: { quiet: QuietHours | null }) {
  const t = useTranslations('contacts')
  return (
    <fieldset>
      <legend className="mb-1 text-desk-head font-semibold">{t('quiet')}</legend>
      <div className="grid grid-cols-2 gap-3">
        <Field
          label={t('quietFrom')}
          name="quietFrom"
          type="time"
          defaultValue={quiet ? clockOf(quiet.from) : ''}
        />
        <Field
          label={t('quietTo')}
          name="quietTo"
          type="time"
          defaultValue={quiet ? clockOf(quiet.to) : ''}
        />
      </div>
      <p className="mt-1 text-desk-meta text-t3">{t('quietNote')}</p>
    </fieldset>
  )
}

/** Null unless both ends stand there. */
export function quietIn(fields: FormData): QuietHours | null {
  const from = minutesOf(lineIn(fields, 'quietFrom'))
  const to = minutesOf(lineIn(fields, 'quietTo'))
  return from === null || to === null ? null : { from, to }
}

function clockOf(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function minutesOf(clock: string): number | null {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(clock) ?? []
  return hour && minute ? Number(hour) * 60 + Number(minute) : null
}
