'use client'

import Link from 'next/link'
import { type ToggleEvent, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { signOut } from '#actions/session.ts'
import type { Person } from '#domain/permission.ts'
import { NavLinks } from './nav-links.tsx'
import type { Page } from './navigation.ts'
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx'

const id = 'me-menu'
const row = 'flex h-12 items-center rounded-control px-3 text-desk-body text-t1 hover:bg-s3 md:h-9'

/** Who I am, and what goes with it; the settings, and on a phone the way to the other pages. */
export function MeMenu({ person, pages }: { person: Person; pages: Page[] }) {
  const t = useTranslations('shell')
  const button = useRef<HTMLButtonElement>(null)
  // The ribbon of a drill and a scrolled page move the bar, and a popover stands in the viewport.
  const place = (event: ToggleEvent<HTMLDivElement>) => {
    event.currentTarget.style.top = `${(button.current?.getBoundingClientRect().bottom ?? 48) + 8}px`
  }
  const leave = async () => {
    await signOut()
    window.location.assign('/login')
  }
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        title={person.username}
        ref={button}
        className="unbroken h-12 max-w-[46vw] truncate md:flex-none md:max-w-[11rem] rounded-control border border-line2 px-3 text-desk-body font-medium hover:bg-s3 md:h-8"
      >
        {person.post}
      </button>
      <div
        id={id}
        popover="auto"
        onBeforeToggle={place}
        className="fixed inset-auto right-3 m-0 w-[min(22rem,calc(100vw-24px))] rounded-tile border border-line2 bg-s1 p-2 text-t1"
      >
        <nav aria-label={t('navLabel')} className="mb-2 border-b border-line pb-2 md:hidden">
          <NavLinks pages={pages.filter(({ settings }) => !settings)} upright />
        </nav>
        {pages.some(({ settings }) => settings) ? (
          <nav aria-label={t('settings')} className="mb-2 border-b border-line pb-2">
            <NavLinks pages={pages.filter(({ settings }) => settings)} upright />
          </nav>
        ) : null}
        <div className="flex flex-col gap-1 px-3 py-1">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <div className="mt-2 flex flex-col border-t border-line pt-2">
          <Link href="/account" className={row}>
            {t('account')}
          </Link>
          <button type="button" className={row} onClick={leave}>
            {t('signOut')}
          </button>
        </div>
      </div>
    </>
  )
}
