'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl/react'

const tabs = ['rules', 'grades', 'routes', 'seasons', 'response', 'calendar'] as const

/** How posts are judged, incidents graded, agencies told, cases limited, and days counted. */
export function RulesTabs({ view }: { view: (typeof tabs)[number] }) {
  const t = useTranslations('editions.tab')
  return (
    <nav className="flex flex-wrap gap-x-4 text-desk-head">
      {tabs.map((one) => (
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
