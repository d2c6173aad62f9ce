'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Person } from '#domain/permission.ts'
import { Notices } from '#ui/paging/notices.tsx'
import { DrillRibbon } from '#ui/primitives/drill-ribbon.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { clockMinutes, shanghai, two } from '#ui/time/shanghai.ts'
import { useNow } from '#ui/time/use-now.ts'
import { MeMenu } from './me-menu.tsx'
import { NavLinks } from './nav-links.tsx'
import { homeOf, navigationFor } from './navigation.ts'

/** The frame of every desk-like page: the top bar, in a drill its ribbon, and the page below. */
export function Shell({
  person,
  realm,
  serverAt,
  tools,
  children,
}: {
  person: Person
  realm: 'real' | 'drill'
  /** The server's clock when the page was made, ISO 8601. */
  serverAt: string
  /** What the page adds to the bar, such as search or the season. */
  tools?: ReactNode
  children: ReactNode
}) {
  const t = useTranslations('shell')
  const pages = navigationFor(person)
  return (
    <div className="relative isolate flex min-h-dvh flex-col">
      {realm === 'drill' ? <Watermark className="-z-10" /> : null}
      {realm === 'drill' ? <DrillRibbon surface="desk" /> : null}
      <header className="sticky top-0 z-20 flex h-14 flex-none items-center gap-4 border-b border-line bg-s1 px-4 md:h-12">
        <Link
          href={homeOf(person)}
          className="unbroken -mx-2 grid flex-none h-12 min-w-12 place-items-center px-2 text-[1.0625rem] font-bold text-t1"
        >
          {t('brand')}
        </Link>
        <nav aria-label={t('navLabel')} className="hidden md:block">
          <NavLinks pages={pages.filter(({ settings }) => !settings)} />
        </nav>
        <div className="ml-auto flex min-w-0 items-center gap-3 md:gap-4">
          {tools}
          {person.role === 'wall' ? null : <Notices />}
          <MeMenu person={person} pages={pages} />
          <Clock serverAt={serverAt} />
        </div>
      </header>
      <main className="flex min-h-0 flex-1 flex-col">{children}</main>
    </div>
  )
}

/** The server's time; a phone, which has its own, is spared the seconds. */
function Clock({ serverAt }: { serverAt: string }) {
  const now = useNow(serverAt)
  return (
    <time className="unbroken text-[1.25rem] font-semibold" dateTime={new Date(now).toISOString()}>
      {clockMinutes(now)}
      <span className="max-md:hidden">:{two(shanghai(now).second)}</span>
    </time>
  )
}
