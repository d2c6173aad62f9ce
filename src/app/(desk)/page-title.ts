import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { defaultLocale, isLocale, localeCookie } from '#i18n/locale.ts'
import { translatorFor } from '#i18n/translator.ts'

/** The page's name in the reader's language. */
export async function pageTitle(page: 'desk' | 'intake' | 'sources' | 'review' | 'rules' | 'model'): Promise<Metadata> {
  const chosen = (await cookies()).get(localeCookie)?.value
  return { title: translatorFor(isLocale(chosen) ? chosen : defaultLocale)(`${page}.title`) }
}
