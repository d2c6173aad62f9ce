'use client'

import type { ReactNode } from 'react'
import type { AgencyView } from '#contracts/views.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'

/** An instant by the clock of Jiaxing; empty leaves the deadline as it is. */
export function DueField({
  label,
  at,
  required = true,
}: {
  label: string
  /** Epoch milliseconds. */
  at?: number
  required?: boolean
}) {
  const shown = at === undefined ? undefined : `${dayOf(at)}T${clockMinutes(at)}`
  return <Field label={label} name="dueAt" type="datetime-local" defaultValue={shown} required={required} />
}

/** Null where none was typed. China has kept UTC+8 all year since 1992. */
export function dueIn(fields: FormData): string | null {
  const line = lineIn(fields, 'dueAt')
  return line === '' ? null : new Date(`${line}:00+08:00`).toISOString()
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
