'use client'

import clsx from 'clsx'
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react'

const control =
  'h-12 w-full rounded-control border border-line2 bg-field px-3 text-[1rem] text-t1 placeholder:text-t3 md:h-9 md:text-desk-body'

/** A line to type in, with its name above and a hint below. */
export function TextField({
  label,
  hint,
  large = false,
  ...rest
}: { label: string; hint?: string; large?: boolean } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
        className={clsx(control, large && 'md:h-11 md:text-[1rem]')}
      />
    </Labelled>
  )
}

/** One of a few, with its name above. */
export function SelectField({
  label,
  children,
  ...rest
}: { label: string; children: ReactNode } & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId()
  return (
    <Labelled id={id} label={label}>
      <select id={id} {...rest} className={control}>
        {children}
      </select>
    </Labelled>
  )
}

function Labelled({
  id,
  label,
  hint,
  children,
}: {
  id: string
  label: string
  hint?: string
  children: ReactNode
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-desk-head font-medium text-t2">
        {label}
      </label>
      {children}
      {hint ? (
        <span id={`${id}-hint`} className="text-desk-meta text-t3">
          {hint}
        </span>
      ) : null}
    </div>
  )
}

/** The answer, written where the question was asked; read aloud as it appears. */
export function Answer({ text, tone = 'refused' }: { text: string | null; tone?: 'refused' | 'done' }) {
  return (
    <p aria-live="assertive" className={text ? 'text-desk-body' : 'sr-only'}>
      {text ? (
        <span
          className={clsx(
            'block rounded-control border px-3 py-2',
            tone === 'refused'
              ? 'border-line2 bg-s3 font-medium text-t1'
              : 'border-transparent bg-accent-tint text-t1',
          )}
        >
          {text}
        </span>
      ) : null}
    </p>
  )
}
