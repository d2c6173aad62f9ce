import '#ui/tokens/chinese-fonts.css'
import '#ui/tokens/fonts.css'
import '#ui/tokens/globals.css'
import type { Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { houseTitle } from '#app/page-title.ts'
import { defaultLocale, isLocale, localeCookie } from '#i18n/locale.ts'
import { messagesFor } from '#i18n/translator.ts'
import { Messages } from '#ui/shell/messages.tsx'

export const generateMetadata = houseTitle
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'dark light' }

/** The reader's language and, if chosen, light or dark; otherwise the system decides. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  const chosen = jar.get(localeCookie)?.value
  const locale = isLocale(chosen) ? chosen : defaultLocale
  const theme = jar.get('anxin-theme')?.value
  return (
    <html
      lang={locale === 'zh' ? 'zh-CN' : 'en'}
      data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}
    >
      <body>
        <Messages locale={locale} sentences={messagesFor(locale)}>
          {children}
        </Messages>
      </body>
    </html>
  )
}
