'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#ui/primitives/button.tsx'

export type FreshKey = { name: string; key: string }

/** A key on its only way out; paper, because somebody owes handing it over. */
export function NewKey({ fresh: { name, key }, handedOver }: { fresh: FreshKey; handedOver: () => void }) {
  const t = useTranslations('keys')
  const [copied, setCopied] = useState(false)
  // Browsers withhold the clipboard from plain http on a LAN; the text can still be selected.
  const mayCopy = typeof navigator !== 'undefined' && navigator.clipboard !== undefined
  const copy = async () => {
    await navigator.clipboard.writeText(key)
    setCopied(true)
  }
  return (
    <section aria-live="polite" className="rounded-tile bg-paper px-4 py-3 text-ink">
      <h2 className="text-desk-head font-semibold">{t('shownOnce')}</h2>
      <p className="mt-2 text-desk-body">{name}</p>
      <p className="font-mono text-desk-body font-semibold break-all select-all" data-testid="new-key">
        {key}
      </p>
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
