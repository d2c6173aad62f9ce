'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { type RegisterCountsView, type RegisterFilters, registerStates } from '#contracts/register.ts'

/** All, open, closed, merged away: each with how many the other filters leave of it. */
export function RegisterTabs({
  filters,
  counts,
  narrow,
}: {
  filters: RegisterFilters
  counts: RegisterCountsView | null
  narrow: (change: Partial<RegisterFilters>) => void
}) {
  const t = useTranslations('register.state')
  const all = counts && Object.values(counts.state).reduce((sum, one) => sum + one, 0)
  return (
    <div role="tablist" className="flex gap-1">
      {([undefined, ...registerStates] as const).map((state) => (
        <button
          key={state ?? 'all'}
          type="button"
          role="tab"
          aria-selected={filters.state === state}
          onClick={() => narrow({ state })}
          className={clsx(
            'unbroken h-7 rounded-control px-2 text-desk-body max-md:h-12',
            filters.state === state ? 'bg-s3 font-medium text-t1' : 'text-t2 hover:bg-s2',
          )}
        >
          {t(state ?? 'all')}
          <span className="ml-1 text-t3">{state ? counts?.state[state] : all}</span>
        </button>
      ))}
    </div>
  )
}
