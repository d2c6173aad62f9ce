'use client'

import clsx from 'clsx'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { KeyHint } from './key-hint.tsx'

export type ButtonLook = {
  /** `primary`: the next step I owe. `nudge`: to the one who owes. `plain`: everything else. */
  variant?: 'primary' | 'nudge' | 'plain'
  surface?: 'desk' | 'phone' | 'phone_main'
  hint?: string
  busy?: boolean
  /** Someone was faster: what happened instead, such as “政法委 13:59:50 已办”. */
  lost?: ReactNode
}

/** Never leaves the officer guessing: it keeps its text while busy and says on itself when it was too late. */
export function Button({
  variant = 'plain',
  surface = 'desk',
  hint,
  busy = false,
  lost,
  className,
  children,
  type = 'button',
  disabled,
  ...rest
}: ButtonLook & ButtonHTMLAttributes<HTMLButtonElement>) {
  const isLost = lost !== undefined && lost !== null
  return (
    <button
      type={type}
      disabled={disabled || busy || isLost}
      aria-busy={busy}
      className={clsx(buttonLook({ variant, surface, lost: isLost, disabled }), className)}
      {...rest}
    >
      {isLost ? lost : children}
      {hint && !isLost ? <KeyHint>{hint}</KeyHint> : null}
      {busy ? (
        <span aria-hidden className="absolute inset-x-0 bottom-0 h-[2px] bg-current motion-owed" />
      ) : null}
    </button>
  )
}

/** The same look for a link that acts as a button. */
export function buttonLook({
  variant = 'plain',
  surface = 'desk',
  lost = false,
  disabled = false,
}: Pick<ButtonLook, 'variant' | 'surface'> & { lost?: boolean; disabled?: boolean }): string {
  return clsx(
    'unbroken relative inline-flex items-center justify-center gap-2 overflow-hidden border',
    sizes[surface],
    lost ? 'border-dashed border-line2 font-medium text-t2' : variants[variant],
    disabled && !lost && 'opacity-50',
  )
}

const sizes = {
  desk: 'h-8 max-md:min-h-11 rounded-control px-3 text-desk-body font-medium',
  phone: 'h-12 rounded-phone px-4 text-phone-body font-medium',
  phone_main: 'h-20 w-full rounded-phone px-6 text-phone-figure font-semibold',
} as const

const variants = {
  primary: 'border-transparent bg-accent font-semibold text-on-accent hover:brightness-108',
  nudge: 'border-transparent bg-paper font-semibold text-ink',
  plain: 'border-line2 text-t1 hover:bg-s3',
} as const
