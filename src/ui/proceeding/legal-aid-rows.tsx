'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { acceptLegalAid } from '#actions/ledger.ts'
import type { LegalAidView, ProceedingsView } from '#contracts/proceedings.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'
import { OriginMark } from './origin-mark.tsx'

/** Workers sent on to legal aid, as numbers, and whether the centre took them on. */
export function LegalAidRows({
  incidentId,
  referrals,
  mayKeep,
}: {
  incidentId: string
  referrals: ProceedingsView['legalAid']
  mayKeep: boolean
}) {
  const t = useTranslations('proceeding.legalAid')
  const [accepting, setAccepting] = useState<LegalAidView | null>(null)
  const today = dayOf(Date.now())
  return (
    <>
      <ul className="mt-2 flex flex-col gap-1 empty:hidden">
        {referrals.map((one) => (
          <li key={one.id} className="flex items-baseline gap-2 text-desk-body">
            <span className="font-medium text-t1">{t('caption')}</span>
            <OriginMark origin={one.origin} />
            <span className="min-w-0 flex-1 truncate text-t2" title={one.centre}>
              {t('row', { count: one.people, centre: one.centre })}
            </span>
            <span
              className={one.overdue ? 'unbroken font-semibold text-t1' : 'unbroken text-desk-meta text-t2'}
            >
              {one.acceptedOn
                ? t('acceptedOn', { on: one.acceptedOn })
                : t(one.overdue ? 'late' : 'dueBy', { on: one.dueOn })}
            </span>
            {one.acceptedOn === null && mayKeep ? (
              <button
                type="button"
                className="unbroken text-desk-meta text-accent underline underline-offset-4"
                onClick={() => setAccepting(one)}
              >
                {t('accept')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {accepting ? (
        <FormDialog
          title={t('acceptTitle', { centre: accepting.centre })}
          submitWords={t('accept')}
          send={(fields) =>
            acceptLegalAid({ incidentId, referralId: accepting.id, on: lineIn(fields, 'on') })
          }
          close={() => setAccepting(null)}
        >
          <Field label={t('on')} name="on" type="date" defaultValue={today} max={today} required autoFocus />
        </FormDialog>
      ) : null}
    </>
  )
}
