'use client'

import { useTranslations } from 'use-intl/react'
import type { FormField as FieldForm } from '#contracts/form-field.ts'
import type { SourceForm } from '#contracts/source-form.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import type { Typed } from './add-source-state.ts'
import { useInterval } from './source-words.ts'

/** Seconds between two readings that are worth offering. */
const intervals = [60, 300, 900, 3600] as const

type Typing = { typed: Typed; type: (name: string, value: string | boolean) => void }

/** The fields of one kind, as its own schema names them, then name and interval as every kind has them. */
export function AddSourceFields({ form, typed, type }: Typing & { form: SourceForm }) {
  const t = useTranslations('sources')
  const every = useInterval()
  const ticks = form.fields.filter(({ input }) => input === 'tick')
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {form.fields
          .filter(({ input }) => input !== 'tick')
          .map((field) => (
            <FormField key={field.name} field={field} typed={typed} type={type} />
          ))}
        <Field
          label={t('name')}
          hint={form.pushed ? undefined : t('nameHint')}
          required={form.pushed}
          maxLength={200}
          value={String(typed.name ?? '')}
          onChange={(event) => type('name', event.target.value)}
        />
        {form.pushed ? null : (
          <Field label={t('interval')}>
            <select
              value={String(typed.intervalSeconds)}
              onChange={(event) => type('intervalSeconds', event.target.value)}
              className={fieldLook}
            >
              {intervals.map((seconds) => (
                <option key={seconds} value={seconds}>
                  {every(seconds)}
                </option>
              ))}
            </select>
          </Field>
        )}
      </div>
      {ticks.map((field) => (
        <FormField key={field.name} field={field} typed={typed} type={type} />
      ))}
    </>
  )
}

function FormField({ field, typed, type }: Typing & { field: FieldForm }) {
  const t = useTranslations('sources')
  const word = useTranslations('sources.field') as unknown as (name: string) => string
  const { name, input, required, initial } = field
  const value = typed[name] ?? initial ?? ''
  const label = word(name)
  const hint = required || initial !== null ? undefined : t('optional')
  if (input === 'tick') {
    return (
      <label className="flex items-center gap-2 text-desk-body text-t2 max-md:min-h-12">
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => type(name, event.target.checked)}
          className="size-4"
        />
        {label}
      </label>
    )
  }
  if (input === 'choice') return <ChoiceField {...{ field, label, value: String(value), type }} />
  return (
    <Field
      label={label}
      hint={hint}
      className={input === 'address' ? 'sm:col-span-2' : undefined}
      type={inputTypes[input]}
      required={required}
      maxLength={field.maxLength ?? undefined}
      min={field.min ?? undefined}
      max={field.max ?? undefined}
      placeholder={field.example ?? undefined}
      autoComplete={input === 'secret' ? 'new-password' : 'off'}
      spellCheck={false}
      value={String(value)}
      onChange={(event) => type(name, event.target.value)}
    />
  )
}

const inputTypes = { line: 'text', address: 'url', secret: 'password', number: 'number' } as const

function ChoiceField({
  field: { name, choices },
  label,
  value,
  type,
}: {
  field: FieldForm
  label: string
  value: string
  type: Typing['type']
}) {
  const channel = useTranslations('intake.channels') as unknown as (one: string) => string
  const other = useTranslations('sources.choice') as unknown as (one: string) => string
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => type(name, event.target.value)} className={fieldLook}>
        {choices.map((one) => (
          <option key={one} value={one}>
            {name === 'channel' ? channel(one) : other(one)}
          </option>
        ))}
      </select>
    </Field>
  )
}
