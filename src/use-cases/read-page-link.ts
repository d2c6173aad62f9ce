import type { LinkedPageView } from '#contracts/paging.ts'
import { ok, type Refusal, type Result } from '#domain/result.ts'
import type { Locale } from '#i18n/locale.ts'
import { listAgencies } from '#store/agencies.ts'
import { tooLate } from './answer-as-contact.ts'
import { openPageLink } from './answer-by-link.ts'
import type { Context } from './context.ts'
import { lettersIn } from './write-letter.ts'

/** What a link shows before anything is pressed; looking at it changes nothing. Refusals: link_forged, link_expired. */
export async function readPageLink(
  context: Context,
  { token, locale }: { token: string; locale: Locale },
): Promise<Result<{ page: LinkedPageView; late: Refusal | null }>> {
  const opened = await openPageLink(context, token)
  if (!opened.ok) return opened
  const { page, contact } = opened.value
  const agencies = await listAgencies(context.db)
  const agency = agencies.find(({ key }) => key === page.agency)?.short ?? ''
  const { lines } = lettersIn(page, agency, locale)
  const text = (name: string) => String(page.facts[name] ?? '')
  return ok({
    late: page.mayAccept ? await tooLate(context, opened.value) : null,
    page: {
      agency,
      post: contact.post,
      number: text('number'),
      headline: text('headline'),
      place: text('place'),
      grade: (page.facts.grade ?? 'watch') as LinkedPageView['grade'],
      occasion: page.occasion,
      // The first says number, place and headline, which stand above.
      lines: lines.slice(1),
      dueAt: text('dueAt') || null,
      mayAccept: page.mayAccept,
    },
  })
}
