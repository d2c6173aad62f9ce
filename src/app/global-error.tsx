'use client'

import '#ui/tokens/globals.css'
import { useEffect, useState } from 'react'
import { IntlProvider } from 'use-intl/react'
import * as en from '#i18n/en.json'
import { defaultLocale, type Locale, timeZone } from '#i18n/locale.ts'
import * as zh from '#i18n/zh.json'
import { FailedPage } from '#ui/shell/failed-page.tsx'

/** Only the sentences of this page: the frame that hands out all of them is what failed. */
const sentences = {
  zh: { failure: zh.failure, shell: zh.shell, desk: zh.desk },
  en: { failure: en.failure, shell: en.shell, desk: en.desk },
}

/** The frame itself could not be made; the browser's language stands in for the chosen one. */
export default function FailedFrame() {
  const [locale, setLocale] = useState<Locale>(defaultLocale)
  useEffect(() => setLocale(navigator.language.startsWith('zh') ? 'zh' : 'en'), [])
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'}>
      <body>
        <IntlProvider locale={locale} messages={sentences[locale]} timeZone={timeZone}>
          <FailedPage wall={false} />
        </IntlProvider>
      </body>
    </html>
  )
}
