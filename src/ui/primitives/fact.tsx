'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Tick } from './tick.tsx'

/** Unchecked figures say so beside themselves until a person confirms. */
export type Standing = 'claimed' | 'unchecked' | 'verified' | 'untrue'

/** Label, value and how far it is known; without a value it reads 待核实, never blank. */
export function Fact({
  label,
  value,
  unit,
  standing,
  note,
}: {
  label: string
  value: ReactNode | null
  unit?: string
  standing?: Standing
  /** Replaces the standing's word, such as the names of the sources. */
  note?: ReactNode
}) {
  const t = useTranslations('state')
  const known = value !== null
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-desk-head text-t2">{label}</dt>
      <dd className="unbroken flex items-baseline gap-1 text-desk-figure font-semibold leading-tight text-t1">
        {known ? value : <span className="text-phone-body">{t('unchecked')}</span>}
        {known && unit ? <span className="text-[0.58em] font-normal">{unit}</span> : null}
        {known && standing === 'verified' ? <Tick className="self-center" /> : null}
      </dd>
      <dd className="truncate text-desk-meta text-t2">{note ?? (known && standing ? t(standing) : null)}</dd>
    </div>
  )
}
