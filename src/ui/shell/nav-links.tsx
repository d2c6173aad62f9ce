'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl/react'
import type { Page } from './navigation.ts'

/** The pages this person may open, the present one marked. */
export function NavLinks({ pages, upright = false }: { pages: Page[]; upright?: boolean }) {
  const t = useTranslations('shell.nav')
  const path = usePathname()
  return (
    <ul className={clsx('flex', upright ? 'flex-col' : 'items-center gap-1')}>
      {pages.map(({ key, href }) => {
        const here = path === href || path.startsWith(`${href}/`)
        return (
          <li key={key}>
            <Link
              href={href}
              aria-current={here ? 'page' : undefined}
              className={clsx(
                'unbroken flex items-center rounded-control px-3 text-desk-body font-medium',
                upright ? 'h-12' : 'h-8',
                here ? 'bg-s3 text-t1' : 'text-t2 hover:bg-s2 hover:text-t1',
              )}
            >
              {t(key)}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
