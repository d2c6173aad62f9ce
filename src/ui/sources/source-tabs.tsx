'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl/react'

export type SourcesView = 'list' | 'coverage'

/** The list of sources, or what they let us hear. */
export function SourceTabs({ view }: { view: SourcesView }) {
  const t = useTranslations('sources.tab')
  return (
    <nav className="flex gap-4 text-desk-head">
      {(['list', 'coverage'] as const).map((one) => (
        <Link
          key={one}
          href={one === 'list' ? '/sources' : '/sources?view=coverage'}
          aria-current={one === view ? 'page' : undefined}
          className={clsx(
            'flex items-center border-b-2 max-md:h-12 max-md:min-w-12 md:h-8',
            one === view ? 'border-accent font-semibold text-t1' : 'border-transparent text-t2',
          )}
        >
          {t(one)}
        </Link>
      ))}
    </nav>
  )
}
