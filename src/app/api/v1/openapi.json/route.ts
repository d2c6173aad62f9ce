import { openApi } from '#contracts/api/openapi.ts'
import { acceptedLocale } from '#i18n/accept-language.ts'
import { apiWords } from '#i18n/api-words.ts'
import { isLocale } from '#i18n/locale.ts'

export const dynamic = 'force-dynamic'

/** The document every client can be made from; `?lang=en` or the `Accept-Language` header chooses its words. */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams.get('lang')
  const locale = isLocale(asked) ? asked : acceptedLocale(request.headers.get('accept-language'))
  return Response.json(openApi(apiWords(locale)), {
    headers: { 'cache-control': 'public, max-age=300', vary: 'accept-language' },
  })
}
