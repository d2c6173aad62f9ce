'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { signPlan } from '#actions/ledger.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'
import { useMoney } from './use-money.ts'

type Part = { key: number; dueOn: string; yuan: string }

/** 还款计划: parts with their days, which together must be exactly what is left. */
export function PlanDialog({
  incidentId,
  leftYuan,
  close,
}: {
  incidentId: string
  leftYuan: number
  close: () => void
}) {
  const t = useTranslations('ledger.plan')
  const money = useMoney()
  const today = dayOf(Date.now())
  const [parts, setParts] = useState<Part[]>([{ key: 0, dueOn: '', yuan: String(leftYuan) }])
  const planned = parts.reduce((sum, { yuan }) => sum + Math.round(Number(yuan || 0) * 100), 0) / 100
  const change = (key: number, what: Partial<Part>) =>
    setParts(parts.map((part) => (part.key === key ? { ...part, ...what } : part)))
  const add = () => {
    const rest = Math.max(0, Math.round((leftYuan - planned) * 100) / 100)
    setParts([...parts, { key: (parts.at(-1)?.key ?? 0) + 1, dueOn: '', yuan: rest ? String(rest) : '' }])
  }
  return (
    <FormDialog
      title={t('title')}
      note={t('sumNote', { left: money(leftYuan), planned: money(planned) })}
      submitWords={t('sign')}
      send={(fields) =>
        signPlan({
          incidentId,
          signedOn: lineIn(fields, 'signedOn'),
          enforceable: fields.get('enforceable') === 'on',
          instalments: parts.map(({ dueOn, yuan }) => ({ dueOn, yuan: Number(yuan) })),
        })
      }
      close={close}
    >
      <Field label={t('signedOn')} name="signedOn" type="date" defaultValue={today} max={today} required />
      <ol className="flex flex-col gap-2">
        {parts.map(({ key, dueOn, yuan }, index) => (
          <li key={key} className="flex items-center gap-2">
            <span className="w-6 text-desk-body text-t2">{index + 1}</span>
            <input
              type="date"
              required
              min={today}
              value={dueOn}
              aria-label={t('dueOn', { part: index + 1 })}
              onChange={(event) => change(key, { dueOn: event.target.value })}
              className={fieldLook}
            />
            <input
              type="number"
              required
              min="0.01"
              step="0.01"
              value={yuan}
              aria-label={t('partYuan', { part: index + 1 })}
              onChange={(event) => change(key, { yuan: event.target.value })}
              className={fieldLook}
            />
            <Button
              disabled={parts.length === 1}
              onClick={() => setParts(parts.filter((part) => part.key !== key))}
            >
              {t('drop')}
            </Button>
          </li>
        ))}
      </ol>
      <div className="flex items-center justify-between">
        <Button onClick={add}>{t('add')}</Button>
        <label className="flex items-center gap-2 text-desk-body">
          <input type="checkbox" name="enforceable" className="size-4" />
          {t('enforceableLong')}
        </label>
      </div>
    </FormDialog>
  )
}
