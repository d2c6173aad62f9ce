'use client'

import clsx from 'clsx'
import { useMessages, useTranslations } from 'use-intl/react'
import type { LinkedPageView } from '#contracts/paging.ts'
import type { Refusal, Result } from '#domain/result.ts'
import { Button, buttonLook } from '#ui/primitives/button.tsx'
import { DrillRibbon } from '#ui/primitives/drill-ribbon.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { LanguageSwitch } from '#ui/shell/preferences.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'

type Read = Result<{ page: LinkedPageView; late: Refusal | null }>

/** The page behind a letter's link: what is asked, and a button that a thumb finds; no session, no script needed. */
export function LinkedPage({
  realm,
  token,
  read,
  done,
  refused,
}: {
  realm: 'real' | 'drill'
  token: string
  read: Read
  done: 'accepted' | 'escalated' | null
  /** Code of what stood in the way of the last press. */
  refused: string | null
}) {
  return (
    <div className="relative isolate flex min-h-dvh flex-col">
      {realm === 'drill' ? <Watermark className="-z-10" /> : null}
      {realm === 'drill' ? <DrillRibbon surface="desk" /> : null}
      <main className="mx-auto flex w-full max-w-[480px] flex-1 flex-col gap-4 px-4 py-6">
        {read.ok ? <Asked page={read.value.page} /> : null}
        <Standing read={read} done={done} refused={refused} />
        {read.ok && read.value.page.mayAccept && !read.value.late ? null : <ToDesk />}
        {read.ok && read.value.page.mayAccept && !read.value.late ? (
          <Buttons token={token} page={read.value.page} />
        ) : null}
      </main>
      <footer className="flex justify-center px-4 pb-6">
        <LanguageSwitch />
      </footer>
    </div>
  )
}

function Asked({
  page: { grade, occasion, agency, number, headline, place, lines, post },
}: {
  page: LinkedPageView
}) {
  const t = useTranslations('paging')
  return (
    <section className="rounded-tile bg-s1 p-5 outline-1 -outline-offset-1 outline-tile-edge">
      <div className="flex items-center gap-4">
        <GradeBadge grade={grade} size={56} />
        <p className="text-desk-queue font-semibold">{t(`occasion.${occasion}`, { agency })}</p>
      </div>
      <h1 className="mt-4 text-[1.5rem] leading-tight font-bold">{headline || t('noIncident')}</h1>
      <p className="mt-1 text-desk-body text-t2">{[place, number].filter(Boolean).join(' · ')}</p>
      <ul className="mt-3 flex flex-col gap-1 text-desk-body">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-3 border-t border-line pt-3 text-desk-head text-t3">{t('sentTo', { post })}</p>
    </section>
  )
}

function Standing({
  read,
  done,
  refused,
}: {
  read: Read
  done: 'accepted' | 'escalated' | null
  refused: string | null
}) {
  const t = useTranslations('paging')
  const refusalText = useRefusalText()
  const known = useMessages().refusal as Record<string, string>
  const words = (() => {
    if (!read.ok) return refusalText(read.refusal)
    const { late, page } = read.value
    if (done === 'accepted') {
      return t('page.accepted', { at: late ? clockMinutes(String(late.details.at)) : '' })
    }
    if (done === 'escalated') return t('page.escalated')
    if (late) return refusalText(late)
    if (refused && known[refused]) return refusalText({ code: refused, details: {} })
    return page.mayAccept ? null : t('page.onlyTells')
  })()
  if (!words) return null
  return (
    <p role="status" className="rounded-tile border border-line2 bg-s3 p-4 text-[1.0625rem] font-semibold">
      {words}
    </p>
  )
}

/** Nothing is left to press here; the desk asks for a session of its own. */
function ToDesk() {
  const t = useTranslations('paging.page')
  return (
    <a href="/desk" className={clsx(buttonLook({ surface: 'phone' }), 'self-start')}>
      {t('toDesk')}
    </a>
  )
}

function Buttons({ token, page }: { token: string; page: LinkedPageView }) {
  const t = useTranslations('paging')
  return (
    <form method="post" action={`/api/page-link/${token}`} className="mt-auto flex flex-col gap-3 pb-2">
      <Button type="submit" name="verb" value="accept" variant="primary" className="h-20! text-[1.375rem]!">
        {t('page.accept', { agency: page.agency })}
      </Button>
      <Button type="submit" name="verb" value="escalate" className="h-12!">
        {t('page.escalate')}
      </Button>
    </form>
  )
}
