'use client'

import { useTranslations } from 'use-intl/react'
import type { Person } from '#domain/permission.ts'
import { may } from '#domain/permission.ts'
import { DrillMark } from '#ui/incident/drill-mark.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { ImportTable } from './import-table.tsx'
import { IntakeForm } from './intake-form.tsx'

/** How people bring in what no feed carries: what was said on the phone, and exports of the hotlines. */
export function IntakePage({
  person,
  placeNames,
  drill,
}: {
  person: Person
  placeNames: string[]
  drill: boolean
}) {
  const t = useTranslations('intake')
  const refusalText = useRefusalText()
  const allowed = may(person, 'take_intake')
  if (!allowed.ok) return <p className="p-8 text-desk-body text-t1">{refusalText(allowed.refusal)}</p>
  return (
    <DrillMark value={drill}>
      <div className="mx-auto w-full max-w-[1440px] p-4">
        <h1 className="mb-3 text-desk-title font-bold">{t('title')}</h1>
        <div className="grid items-start gap-3 xl:grid-cols-2">
          <IntakeForm placeNames={placeNames} />
          <ImportTable />
        </div>
      </div>
    </DrillMark>
  )
}
