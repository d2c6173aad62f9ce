'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { dateProceeding } from '#actions/ledger.ts'
import type { ProceedingsView, ProceedingView } from '#contracts/proceedings.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'
import { OriginMark } from './origin-mark.tsx'

/** Each proceeding with the stages it has reached and the one it waits for. */
export function ProceedingRows({
  proceedings,
  mayKeep,
}: {
  proceedings: ProceedingsView['proceedings']
  mayKeep: boolean
}) {
  const t = useTranslations('proceeding')
  const [dating, setDating] = useState<ProceedingView | null>(null)
  const today = dayOf(Date.now())
  return (
    <>
      <ul className="mt-2 flex flex-col gap-2 empty:hidden">
        {proceedings.map((one) => (
          <li key={one.id} className="text-desk-body">
            <div className="flex items-baseline gap-2">
              <span className="font-medium text-t1">{t(`kind.${one.kind}`)}</span>
              <OriginMark origin={one.origin} />
              {one.greenChannel ? (
                <span className="text-desk-meta text-accent">{t('greenChannel')}</span>
              ) : null}
              <span className="min-w-0 flex-1 truncate text-t2" title={one.body}>
                {one.body}
              </span>
            </div>
            <div className="flex items-baseline gap-2 text-desk-meta text-t2">
              <span className="min-w-0 flex-1">
                {one.stages
                  .filter(({ on }) => on !== null)
                  .map(({ id, on }) => t('dated', { stage: t(`stage.${id}`), on: on ?? '' }))
                  .join(' · ')}
              </span>
              {one.next ? (
                <span className={one.next.overdue ? 'unbroken font-semibold text-t1' : 'unbroken'}>
                  {one.next.dueOn
                    ? t(one.next.overdue ? 'late' : 'dueBy', {
                        stage: t(`stage.${one.next.stage}`),
                        on: one.next.dueOn,
                      })
                    : t('waits', { stage: t(`stage.${one.next.stage}`) })}
                </span>
              ) : null}
              {one.next && mayKeep ? (
                <button
                  type="button"
                  className="unbroken text-accent underline underline-offset-4"
                  onClick={() => setDating(one)}
                >
                  {t('do.date')}
                </button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {dating?.next ? (
        <FormDialog
          title={t('dateTitle', { kind: t(`kind.${dating.kind}`), stage: t(`stage.${dating.next.stage}`) })}
          submitWords={t('do.date')}
          send={(fields) =>
            dateProceeding({
              proceedingId: dating.id,
              stage: dating.next?.stage ?? '',
              on: lineIn(fields, 'on'),
              version: dating.version,
            })
          }
          close={() => setDating(null)}
        >
          <Field label={t('on')} name="on" type="date" defaultValue={today} max={today} required autoFocus />
        </FormDialog>
      ) : null}
    </>
  )
}
