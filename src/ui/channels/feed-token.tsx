'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { renewFeedToken } from '#actions/channels.ts'
import { Button } from '#ui/primitives/button.tsx'
import { useRefresh } from '#ui/shell/refresh.ts'

/** The door through which other command centres read places and counts. */
export function FeedToken({ token, origin }: { token: string | null; origin: string }) {
  const t = useTranslations('channels')
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const renew = async () => {
    setBusy(true)
    await renewFeedToken(undefined)
    setBusy(false)
    refresh()
  }
  return (
    <section className="rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-desk-head font-semibold">{t('feed')}</h2>
        <Button className="max-md:h-12" busy={busy} onClick={() => void renew()}>
          {t(token ? 'feedRenew' : 'feedMake')}
        </Button>
      </header>
      <p className="mt-1 text-desk-body text-t2">{t('feedNote')}</p>
      <p className="mt-2 text-desk-body break-all">
        {token ? `${origin}/api/georss?token=${token}` : t('feedNone')}
      </p>
    </section>
  )
}
