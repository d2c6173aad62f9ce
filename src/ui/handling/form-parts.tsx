'use client'

import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AgencyView } from '#contracts/views.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'

/** An instant by the clock of Jiaxing. */
export function DueField({
  label,
  at,
}: {
  label: string
  /** Epoch milliseconds. */
  at?: number | undefined
}) {
  const shown = at === undefined ? undefined : `${dayOf(at)}T${clockMinutes(at)}`
  return <Field label={label} name="dueAt" type="datetime-local" defaultValue={shown} required />
}

/** Null where none was typed. China has kept UTC+8 all year since 1992. */
export function dueIn(fields: FormData): string | null {
  const line = lineIn(fields, 'dueAt')
  return line === '' ? null : new Date(`${line}:00+08:00`).toISOString()
}

/** Working days an officer may give; the list of domain notes §3.5 and the shorter ones in use. */
const dayChoices = [1, 2, 3, 5, 10, 15]

/** 时限: so many working days by the working calendar, or an instant by the clock of Jiaxing. */
export function DeadlineField({
  label,
  days = null,
  at,
  mayKeep = false,
}: {
  label: string
  /** Working days chosen at first. */
  days?: number | null
  /** The instant offered first, in epoch milliseconds. */
  at?: number
  /** There is a deadline already, which stays unless another is given. */
  mayKeep?: boolean
}) {
  const t = useTranslations('handling.deadline')
  const [choice, setChoice] = useState(mayKeep ? 'keep' : days === null ? 'instant' : String(days))
  return (
    <div className="flex flex-col gap-2">
      <Field label={label}>
        <select
          name="deadline"
          value={choice}
          onChange={(event) => setChoice(event.target.value)}
          className={fieldLook}
        >
          {mayKeep ? <option value="keep">{t('keep')}</option> : null}
          {dayChoices.map((count) => (
            <option key={count} value={count}>
              {t('days', { count })}
            </option>
          ))}
          <option value="instant">{t('instant')}</option>
        </select>
      </Field>
      {choice === 'instant' ? <DueField label={t('at')} at={at} /> : null}
    </div>
  )
}

/** What a `DeadlineField` says; nothing where the deadline stays. */
export function deadlineIn(fields: FormData): { dueAt: string | null; workingDays: number | null } {
  const choice = lineIn(fields, 'deadline')
  return {
    dueAt: choice === 'instant' ? dueIn(fields) : null,
    workingDays: dayChoices.find((days) => String(days) === choice) ?? null,
  }
}

export function WordsField({
  label,
  hint,
  value,
  required = true,
}: {
  label: string
  hint?: string
  value?: string
  required?: boolean
}) {
  return (
    <Field label={label} hint={hint}>
      <textarea
        name="words"
        rows={3}
        minLength={2}
        maxLength={500}
        required={required}
        defaultValue={value}
        className={`${fieldLook} h-auto py-2 leading-[1.6] max-md:h-auto md:h-auto`}
      />
    </Field>
  )
}

export function AgencyField({
  label,
  agencies,
  value,
  name = 'agency',
}: {
  label: string
  agencies: AgencyView[]
  value?: string
  name?: string
}) {
  return (
    <Field label={label}>
      <select name={name} defaultValue={value} required className={fieldLook}>
        {agencies.map(({ key, short }) => (
          <option key={key} value={key}>
            {short}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Two fields beside each other, one below the other on a phone. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">{children}</div>
}
