'use client'

import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl/react'
import { type Locale, timeZone } from '#i18n/locale.ts'
import type { Messages as Sentences } from '#i18n/translator.ts'

/** Hands the sentences of the one language in use to every component below. */
export function Messages({
  locale,
  sentences,
  children,
}: {
  locale: Locale
  sentences: Sentences
  children: ReactNode
}) {
  return (
    <IntlProvider locale={locale} messages={sentences} timeZone={timeZone}>
      {children}
    </IntlProvider>
  )
}
