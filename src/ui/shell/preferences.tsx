'use client'

import clsx from 'clsx'
import { useEffect, useState, useTransition } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { chooseLocale, chooseTheme } from '#actions/preferences.ts'
import { locales } from '#i18n/locale.ts'

const themes = ['system', 'dark', 'light'] as const
type Theme = (typeof themes)[number]

/** 中文 or English, at once and on this device from now on. */
export function LanguageSwitch() {
  const t = useTranslations('shell')
  const locale = useLocale()
  const [, start] = useTransition()
  const choose = (next: string) => start(() => chooseLocale(next))
  return (
    <Choice legend={t('language')}>
      {locales.map((one) => (
        <Option key={one} on={one === locale} lang={one} choose={() => choose(one)}>
          {t(`languageName.${one}`)}
        </Option>
      ))}
    </Choice>
  )
}

/** Light, dark, or as the device has it. */
export function ThemeSwitch() {
  const t = useTranslations('shell')
  const [theme, setTheme] = useState<Theme>('system')
  useEffect(() => {
    const shown = document.documentElement.dataset.theme
    setTheme(shown === 'dark' || shown === 'light' ? shown : 'system')
  }, [])
  const choose = (next: Theme) => {
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    void chooseTheme(next)
  }
  return (
    <Choice legend={t('theme')}>
      {themes.map((one) => (
        <Option key={one} on={one === theme} choose={() => choose(one)}>
          {t(`themeName.${one}`)}
        </Option>
      ))}
    </Choice>
  )
}

function Choice({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex min-w-0 items-center gap-1">
      <legend className="float-left mr-2 flex-none text-desk-meta text-t3">{legend}</legend>
      {children}
    </fieldset>
  )
}

function Option({
  on,
  choose,
  lang,
  children,
}: {
  on: boolean
  choose: () => void
  lang?: string
  children: string
}) {
  return (
    <button
      type="button"
      lang={lang}
      aria-pressed={on}
      onClick={choose}
      className={clsx(
        'unbroken h-12 rounded-control px-3 text-desk-body md:h-8',
        on ? 'bg-accent-tint text-t1' : 'text-t2 hover:bg-s3',
      )}
    >
      {children}
    </button>
  )
}
