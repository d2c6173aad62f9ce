'use client'

import { useTranslations } from 'use-intl/react'
import { Button } from '#ui/primitives/button.tsx'

/** What a source that sends by itself needs to know; it is shown this once and stays until it was noted. */
export function AddSourceKey({
  name,
  id,
  secret,
  door,
  noted,
}: {
  name: string
  id: string
  secret: string
  door: string
  noted: () => void
}) {
  const t = useTranslations('sources')
  return (
    <section
      role="status"
      className="mt-3 rounded-tile border border-accent bg-accent-tint px-4 py-3 text-desk-body"
    >
      <h3 className="font-semibold text-t1">{t('keyTitle', { name })}</h3>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 max-md:grid-cols-1">
        <Line label={t('keyDoor')} value={`POST ${door}`} />
        <Line label={t('keyName')} value={id} />
        <Line label={t('keySecret')} value={secret} />
      </dl>
      <Button onClick={noted} className="mt-3 max-md:h-12">
        {t('keyTaken')}
      </Button>
    </section>
  )
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt className="text-t2">{label}</dt>
      <dd className="break-all font-mono text-t1 select-all">{value}</dd>
    </>
  )
}
