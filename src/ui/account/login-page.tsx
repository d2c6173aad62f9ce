'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { DrillRibbon } from '#ui/primitives/drill-ribbon.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { LanguageSwitch, ThemeSwitch } from '#ui/shell/preferences.tsx'
import { DrillRoles } from './drill-roles.tsx'
import { LoginForm } from './login-form.tsx'

/** The door: the name of the house, a password, and in a local drill its posts. */
export function LoginPage({ realm, drillPosts }: { realm: 'real' | 'drill'; drillPosts: readonly string[] }) {
  const [shell, account] = [useTranslations('shell'), useTranslations('account')]
  const withPosts = drillPosts.length > 0
  return (
    <div className="relative isolate flex min-h-dvh flex-col">
      {realm === 'drill' ? <Watermark className="-z-10" /> : null}
      {realm === 'drill' ? <DrillRibbon surface="desk" /> : null}
      <main className="flex flex-1 flex-col items-center justify-center gap-8 px-4 py-8">
        <h1 className="flex flex-col items-center gap-2 text-center">
          <span className="text-[3rem] leading-tight font-bold tracking-[0.12em] indent-[0.12em]">
            {shell('brand')}
          </span>
          <span className="text-desk-body font-medium text-t2">{account('tagline')}</span>
        </h1>
        <div
          className={clsx(
            'grid w-full gap-4 md:gap-6',
            withPosts ? 'max-w-[860px] md:grid-cols-[1fr_340px]' : 'max-w-[380px]',
          )}
        >
          {withPosts ? (
            <div className="rounded-tile bg-s1 p-6 outline-1 -outline-offset-1 outline-tile-edge">
              <DrillRoles usernames={drillPosts} />
            </div>
          ) : null}
          <div className="rounded-tile bg-s1 p-6 outline-1 -outline-offset-1 outline-tile-edge">
            <LoginForm focus={!withPosts} />
          </div>
        </div>
      </main>
      <footer className="flex flex-wrap items-center justify-center gap-x-8 gap-y-1 px-4 pb-6">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  )
}
