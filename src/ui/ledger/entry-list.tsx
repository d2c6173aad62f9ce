'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { reverseEntry } from '#actions/ledger.ts'
import type { LedgerEntryView } from '#contracts/ledger.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useMoney } from './use-money.ts'

/** Every line ever written, newest first; what was taken back stays, struck through. */
export function EntryList({
  incidentId,
  entries,
  mayKeep,
}: {
  incidentId: string
  entries: LedgerEntryView[]
  mayKeep: boolean
}) {
  const t = useTranslations('ledger')
  const money = useMoney()
  const [reversing, setReversing] = useState<LedgerEntryView | null>(null)
  return (
    <>
      <ol className="mt-3 flex flex-col gap-2 border-t border-line pt-2">
        {entries.map((entry) => (
          <li key={entry.id} className="text-desk-body">
            <div className={clsx('flex items-baseline gap-2', entry.reversed && 'line-through')}>
              <time dateTime={entry.on} className="unbroken text-t2">
                {entry.on}
              </time>
              <span className="min-w-0 flex-1 truncate text-t1">
                {t(`kind.${entry.kind}`)}
                {entry.source ? ` · ${t(`source.${entry.source}`)}` : null}
              </span>
              <span className="unbroken font-semibold text-t1">{money(entry.yuan)}</span>
              {entry.workers ? (
                <span className="unbroken text-t2">{t('count', { count: entry.workers })}</span>
              ) : null}
            </div>
            <div className="flex items-baseline gap-2 text-desk-meta text-t2">
              <span className="min-w-0 flex-1 truncate" title={entry.reference}>
                {entry.by.post} · {entry.reference}
              </span>
              {mayKeep && !entry.reversed && entry.kind !== 'reversed' ? (
                <button
                  type="button"
                  className="unbroken text-accent underline underline-offset-4"
                  onClick={() => setReversing(entry)}
                >
                  {t('do.reverse')}
                </button>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {reversing ? (
        <FormDialog
          title={t('reverseTitle', { what: t(`kind.${reversing.kind}`), sum: money(reversing.yuan) })}
          note={t('reverseNote')}
          submitWords={t('do.reverse')}
          send={(fields) =>
            reverseEntry({ incidentId, entryId: reversing.id, reason: lineIn(fields, 'reason') })
          }
          close={() => setReversing(null)}
        >
          <Field label={t('reason')} name="reason" required minLength={2} maxLength={200} autoFocus />
        </FormDialog>
      ) : null}
    </>
  )
}
