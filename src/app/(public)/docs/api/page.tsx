import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { openApi } from '#contracts/api/openapi.ts'
import { apiWords } from '#i18n/api-words.ts'
import { defaultLocale, isLocale, type Locale, localeCookie } from '#i18n/locale.ts'
import { ApiPage } from '#ui/api-docs/api-page.tsx'

type Asked = { searchParams: Promise<{ lang?: string | string[] }> }

export async function generateMetadata(asked: Asked): Promise<Metadata> {
  return { title: apiWords(await localeOf(asked))('docs.title') }
}

/** The API for people; it holds no data, so that whoever writes a client may read it without an account. */
export default async function ApiDocs(asked: Asked) {
  const locale = await localeOf(asked)
  const words = apiWords(locale)
  return <ApiPage document={openApi(words)} words={words} locale={locale} />
}

async function localeOf({ searchParams }: Asked): Promise<Locale> {
  const { lang } = await searchParams
  const chosen = lang ?? (await cookies()).get(localeCookie)?.value
  return isLocale(chosen) ? chosen : defaultLocale
}
