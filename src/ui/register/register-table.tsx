'use client'

import { useTranslations } from 'use-intl/react'
import type { RegisterFilters, RegisterRowView } from '#contracts/register.ts'
import type { AgencyView } from '#contracts/views.ts'
import { columns, RegisterRow } from './register-row.tsx'

/** One incident a line, the latest by opening or by change on top. */
export function RegisterTable({
  rows,
  agencies,
  now,
  sort,
  narrow,
}: {
  rows: RegisterRowView[]
  agencies: AgencyView[]
  now: number
  sort: RegisterFilters['sort']
  narrow: (change: Partial<RegisterFilters>) => void
}) {
  const t = useTranslations('register')
  const sorted = (by: RegisterFilters['sort']) => (
    <button
      type="button"
      aria-pressed={sort === by}
      onClick={() => narrow({ sort: by })}
      className={sort === by ? 'text-left font-semibold text-t1' : 'text-left underline underline-offset-4'}
    >
      {t(by)}
      {sort === by ? ' ↓' : null}
    </button>
  )
  return (
    <>
      <div className={`${columns} mt-2 h-8 border-b border-line2 px-2 text-desk-meta text-t2 max-md:hidden`}>
        <span />
        <span>{t('number')}</span>
        <span>{t('what')}</span>
        <span>{t('accepted')}</span>
        <span>{t('claimed')}</span>
        {sorted('opened')}
        {sorted('changed')}
        <span className="text-right">{t('standing')}</span>
      </div>
      <div className="mt-2 flex gap-4 text-desk-body text-t2 md:hidden">
        {sorted('opened')}
        {sorted('changed')}
      </div>
      <ul className="flex flex-col divide-y divide-line">
        {rows.map((row) => (
          <RegisterRow key={row.incident.id} row={row} agencies={agencies} now={now} />
        ))}
      </ul>
    </>
  )
}
