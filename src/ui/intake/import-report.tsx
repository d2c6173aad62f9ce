'use client'

import { useMessages, useTranslations } from 'use-intl/react'
import { Button } from '#ui/primitives/button.tsx'
import { Tick } from '#ui/primitives/tick.tsx'
import type { RowProblem, TableImported } from './table-answers.ts'

/** More rows than this are counted, not listed. */
const listedMax = 200

/** What came of an import: counts, and every row that was not taken with its reason. */
export function ImportReport({ imported, again }: { imported: TableImported; again: () => void }) {
  const t = useTranslations('import')
  const { taken, known, errors, warnings } = imported
  return (
    <div className="flex flex-col gap-4" role="status">
      <p className="flex items-center gap-2 text-desk-body font-semibold">
        <Tick />
        {t('done')}
      </p>
      <dl className="flex gap-8">
        <Count label={t('taken')} count={taken} />
        <Count label={t('known')} count={known} />
        <Count label={t('refused')} count={errors.length} />
      </dl>
      <Rows caption={t('errors')} rows={errors} />
      <Rows caption={t('warnings')} rows={warnings} />
      <div>
        <Button onClick={again}>{t('again')}</Button>
      </div>
    </div>
  )
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt className="text-desk-head text-t2">{label}</dt>
      <dd className="text-desk-figure font-semibold">{count}</dd>
    </div>
  )
}

function Rows({ caption, rows }: { caption: string; rows: RowProblem[] }) {
  const t = useTranslations('import')
  const known = useMessages().import.row as Record<string, string>
  const say = useTranslations('import.row') as unknown as (
    code: string,
    blanks: RowProblem['details'],
  ) => string
  if (rows.length === 0) return null
  return (
    <section>
      <h3 className="text-desk-head font-semibold">{caption}</h3>
      <ul className="mt-1 max-h-80 overflow-y-auto text-desk-body">
        {rows.slice(0, listedMax).map((row) => (
          <li
            key={`${row.line} ${row.code} ${row.details.column ?? ''}`}
            className="flex gap-3 border-b border-line py-1"
          >
            <span className="unbroken w-24 flex-none text-t2">{t('line', { line: row.line })}</span>
            <span>{row.code in known ? say(row.code, row.details) : say('other', { code: row.code })}</span>
          </li>
        ))}
      </ul>
      {rows.length > listedMax ? (
        <p className="pt-1 text-desk-body text-t2">{t('more', { count: rows.length - listedMax })}</p>
      ) : null}
    </section>
  )
}
