import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { defaultLocale, isLocale, localeCookie } from '#i18n/locale.ts'
import { translatorFor } from '#i18n/translator.ts'

type Page =
  | 'desk'
  | 'register'
  | 'tasks'
  | 'supervision'
  | 'transfer'
  | 'reports'
  | 'intake'
  | 'sources'
  | 'review'
  | 'rules'
  | 'grades'
  | 'routes'
  | 'calendar'
  | 'seasons'
  | 'response'
  | 'model'
  | 'keys'
  | 'roster'
  | 'shift'
  | 'wall'

/** The page's name in the reader's language. */
export async function pageTitle(page: Page): Promise<Metadata> {
  return { title: (await words())(`${page}.title`) }
}

/** The house's name, alone and after the name of a page. */
export async function houseTitle(): Promise<Metadata> {
  const house = (await words())('shell.brand')
  return { title: { default: house, template: `%s · ${house}` } }
}

async function words() {
  const chosen = (await cookies()).get(localeCookie)?.value
  return translatorFor(isLocale(chosen) ? chosen : defaultLocale)
}
