'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl/react'

/** How posts are judged, incidents graded, agencies told, and working days counted. */
export function RulesTabs({ view }: { view: 'rules' | 'grades' | 'routes' | 'calendar' }) {
  const t = useTranslations('editions.tab')
  return (
    <nav className="flex gap-4 text-desk-head">
      {(['rules', 'grades', 'routes', 'calendar'] as const).map((one) => (
        <Link
          key={one}
          href={`/admin/${one}`}
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
