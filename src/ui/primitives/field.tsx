import clsx from 'clsx'
import type { InputHTMLAttributes, ReactNode } from 'react'

/** The look of everything that is typed or chosen. */
export const fieldLook =
  'w-full min-w-0 rounded-control border border-line2 bg-field px-3 text-desk-body text-t1 placeholder:text-t3 max-md:h-12 max-md:text-phone-body md:h-9'

/** A labelled input; what is wrong with it stands below it. */
export function Field({
  label,
  hint,
  wrong,
  className,
  children,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & {
  label: string
  hint?: string
  wrong?: string | null
  /** Replaces the input, such as a select. */
  children?: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside, as the input or as the child
    <label className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <span className="flex items-baseline justify-between gap-2 text-desk-head text-t2">
        {label}
        {hint ? <span className="truncate text-desk-meta text-t3">{hint}</span> : null}
      </span>
      {children ?? <input {...input} aria-invalid={Boolean(wrong)} className={fieldLook} />}
      {wrong ? (
        <span role="alert" className="text-desk-meta font-semibold text-t1">
          {wrong}
        </span>
      ) : null}
    </label>
  )
}
