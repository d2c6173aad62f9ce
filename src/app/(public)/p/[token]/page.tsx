import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { defaultLocale, isLocale, localeCookie } from '#i18n/locale.ts'
import { env } from '#platform/env.ts'
import { LinkedPage } from '#ui/paging/linked-page.tsx'
import { contextFor } from '#use-cases/context.ts'
import { readPageLink } from '#use-cases/read-page-link.ts'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false } }

/** What a letter's link opens, signed in or not; looking at it accepts nothing. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ token: string }>
  searchParams: Promise<{ no?: string; done?: string }>
}) {
  const { token } = await params
  const { no, done } = await searchParams
  const chosen = (await cookies()).get(localeCookie)?.value
  const locale = isLocale(chosen) ? chosen : defaultLocale
  const read = await readPageLink(contextFor({ kind: 'system', name: 'page-link' }), { token, locale })
  return (
    <LinkedPage
      realm={env().REALM}
      token={token}
      read={read}
      done={done === 'accepted' || done === 'escalated' ? done : null}
      refused={typeof no === 'string' ? no.slice(0, 40) : null}
    />
  )
}
