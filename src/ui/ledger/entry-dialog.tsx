'use client'

import { useTranslations } from 'use-intl/react'
import { enterLedger } from '#actions/ledger.ts'
import type { BalanceView } from '#contracts/ledger.ts'
import { type MoneySource, moneySources } from '#domain/ledger/ledger.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn, numberIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'
import { useMoney } from './use-money.ts'

/** One line of the ledger: what is owed, what was paid, or what came back from the employer. */
export function EntryDialog({
  kind,
  incidentId,
  balance,
  close,
}: {
  kind: 'owed' | 'paid' | 'recovered'
  incidentId: string
  balance: BalanceView
  close: () => void
}) {
  const t = useTranslations('ledger')
  const money = useMoney()
  const today = dayOf(Date.now())
  const send = (fields: FormData) => {
    const common = {
      incidentId,
      yuan: numberIn(fields, 'yuan'),
      reference: lineIn(fields, 'reference'),
      on: lineIn(fields, 'on'),
    }
    const workers = numberIn(fields, 'workers')
    if (kind === 'recovered') return enterLedger({ kind, ...common })
    if (kind === 'owed') return enterLedger({ kind, ...common, workers })
    const source = lineIn(fields, 'source') as MoneySource
    return enterLedger({ kind, ...common, source, workers: Number.isNaN(workers) ? null : workers })
  }
  return (
    <FormDialog
      title={t(`do.${kind}`)}
      note={balance.known ? t('leftNote', { left: money(balance.leftYuan) }) : t('owedNote')}
      submitWords={t('enter')}
      send={send}
      close={close}
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('yuan')} name="yuan" type="number" min="0.01" step="0.01" required autoFocus />
        {kind === 'recovered' ? null : (
          <Field
            label={t('workers')}
            name="workers"
            type="number"
            min="1"
            step="1"
            required={kind === 'owed'}
          />
        )}
        <Field label={t(`on.${kind}`)} name="on" type="date" defaultValue={today} max={today} required />
      </div>
      {kind === 'paid' ? (
        <Field label={t('from')} hint={t('fromHint')}>
          <select name="source" className={fieldLook} defaultValue="employer">
            {moneySources.map((source) => (
              <option key={source} value={source}>
                {t(`source.${source}`)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      <Field
        label={t('reference')}
        hint={t('referenceHint')}
        name="reference"
        required
        minLength={2}
        maxLength={200}
      />
    </FormDialog>
  )
}
