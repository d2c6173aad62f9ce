'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ApiKeyView } from '#contracts/api-key.ts'
import type { AgencyView } from '#contracts/views.ts'
import { AddKeyForm } from './add-key-form.tsx'
import { KeyList } from './key-list.tsx'
import { type FreshKey, NewKey } from './new-key.tsx'

/** Every key in one list, a new one beside it, and its secret for as long as it is on the screen. */
export function KeysPage({ keys, agencies }: { keys: ApiKeyView[]; agencies: AgencyView[] }) {
  const t = useTranslations('keys')
  const [fresh, setFresh] = useState<FreshKey | null>(null)
  const live = keys.filter(({ revokedAt }) => revokedAt === null).length
  return (
    <div className="grid gap-3 p-4 xl:grid-cols-[1fr_336px] xl:grid-rows-[auto_1fr]">
      {fresh ? (
        <div className="xl:col-start-2">
          <NewKey fresh={fresh} handedOver={() => setFresh(null)} />
        </div>
      ) : null}
      <section className="min-w-0 self-start rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge xl:col-start-1 xl:row-span-2 xl:row-start-1">
        <header className="mb-2 flex flex-wrap items-baseline gap-x-3">
          <h1 className="text-desk-title font-bold">{t('title')}</h1>
          <p className="text-desk-head text-t3">{t('count', { count: live })}</p>
          <p className="text-desk-head text-t3">{t('note')}</p>
          <a
            className="ml-auto text-desk-head text-accent underline underline-offset-4 max-md:py-3"
            href="/docs/api"
          >
            {t('docs')}
          </a>
        </header>
        <KeyList keys={keys} agencies={agencies} />
      </section>
      <div className="self-start xl:col-start-2">
        <AddKeyForm agencies={agencies} added={setFresh} />
      </div>
    </div>
  )
}
