'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#ui/primitives/button.tsx'

export type Credentials = { username: string; password: string }

/** A password on its only way out; paper, because somebody owes handing it over. */
export function NewPassword({
  credentials: { username, password },
  handedOver,
}: {
  credentials: Credentials
  handedOver: () => void
}) {
  const t = useTranslations('account')
  const [copied, setCopied] = useState(false)
  // Browsers withhold the clipboard from plain http on a LAN; the text can still be selected.
  const mayCopy = typeof navigator !== 'undefined' && navigator.clipboard !== undefined
  const copy = async () => {
    await navigator.clipboard.writeText(password)
    setCopied(true)
  }
  return (
    <section aria-live="polite" className="rounded-tile bg-paper px-4 py-3 text-ink">
      <h2 className="text-desk-head font-semibold">{t('shownOnce')}</h2>
      <p className="mt-2 text-desk-body">{username}</p>
      <p
        className="unbroken text-[1.375rem] font-semibold tracking-wide select-all"
        data-testid="new-password"
      >
        {password}
      </p>
      <p className="mt-1 text-desk-meta">{t('shownOnceNote', { username })}</p>
      <div className="mt-3 flex gap-2">
        {mayCopy ? (
          <Button className={onPaper} onClick={copy}>
            {copied ? t('copied') : t('copy')}
          </Button>
        ) : null}
        <Button className={onPaper} onClick={handedOver}>
          {t('done')}
        </Button>
      </div>
    </section>
  )
}

const onPaper = 'h-12 border-ink/40! text-ink! hover:bg-ink/10! md:h-8'
