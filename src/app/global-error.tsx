'use client'

import '#ui/tokens/globals.css'
import { useEffect, useState } from 'react'
import { IntlProvider } from 'use-intl/react'
import { defaultLocale, type Locale, timeZone } from '#i18n/locale.ts'
import type { Messages } from '#i18n/translator.ts'
import { FailedPage } from '#ui/shell/failed-page.tsx'

/** Every page carries this one, so its sentences are fetched only once it is needed. */
const sentencesOf: Record<Locale, () => Promise<unknown>> = {
  zh: () => import('#i18n/zh.json').then((module) => module.default),
  en: () => import('#i18n/en.json').then((module) => module.default),
}
const tryAgainMs = 5_000

/** The frame itself could not be made; the browser's language stands in for the chosen one. */
export default function FailedFrame() {
  const [locale, setLocale] = useState<Locale>(defaultLocale)
  const [sentences, setSentences] = useState<Messages | null>(null)
  useEffect(() => {
    const wanted = navigator.language.startsWith('zh') ? 'zh' : 'en'
    const fetchWords = () =>
      sentencesOf[wanted]().then(
        (words) => {
          setLocale(wanted)
          setSentences(words as Messages)
          clearInterval(trying)
        },
        // Not to be had while the server is away: the next attempt is due anyway.
        () => undefined,
      )
    const trying = setInterval(fetchWords, tryAgainMs)
    void fetchWords()
    return () => clearInterval(trying)
  }, [])
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'}>
      <body>
        {sentences ? (
          <IntlProvider locale={locale} messages={sentences} timeZone={timeZone}>
            <FailedPage wall={false} />
          </IntlProvider>
        ) : null}
      </body>
    </html>
  )
}
