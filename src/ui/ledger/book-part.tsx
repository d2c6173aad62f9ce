'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { BookView } from '#contracts/ledger.ts'
import { Button } from '#ui/primitives/button.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryList } from './entry-list.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { PlanParts } from './plan-parts.tsx'
import { useMoney } from './use-money.ts'

type Open = 'owed' | 'paid' | 'recovered' | 'plan' | null

/** One incident's own book: its plan, its lines, and what may be written in it; named where it was merged in. */
export function BookPart({ book, origin, mayKeep }: { book: BookView; origin: boolean; mayKeep: boolean }) {
  const t = useTranslations('ledger')
  const money = useMoney()
  const [open, setOpen] = useState<Open>(null)
  const [listed, setListed] = useState(false)
  const { incidentId, number, balance, plan, entries } = book
  return (
    <div data-book={number} className={origin ? 'mt-3 border-t border-line pt-2' : undefined}>
      {origin ? (
        <h3 className="text-desk-meta text-t2">
          {t('origin', { number })}
          {balance.known
            ? ` · ${t('originSums', { owed: money(balance.owedYuan), paid: money(balance.paidYuan), left: money(balance.leftYuan) })}`
            : ` · ${t('unknown')}`}
        </h3>
      ) : null}
      {plan ? <PlanParts plan={plan} /> : null}
      {listed ? <EntryList incidentId={incidentId} entries={entries} mayKeep={mayKeep} /> : null}
      <div className="mt-3 flex flex-wrap items-center gap-2 empty:hidden">
        {mayKeep ? (
          <>
            <Button onClick={() => setOpen('owed')}>{t('do.owed')}</Button>
            {balance.known ? <Button onClick={() => setOpen('paid')}>{t('do.paid')}</Button> : null}
            {balance.advancedYuan > 0 ? (
              <Button onClick={() => setOpen('recovered')}>{t('do.recovered')}</Button>
            ) : null}
            {balance.leftYuan > 0 ? <Button onClick={() => setOpen('plan')}>{t('do.plan')}</Button> : null}
          </>
        ) : null}
        {entries.length > 0 ? (
          <button
            type="button"
            aria-expanded={listed}
            className="ml-auto text-desk-body text-accent underline underline-offset-4"
            onClick={() => setListed(!listed)}
          >
            {t('lines', { count: entries.length })}
          </button>
        ) : null}
      </div>
      {open === 'plan' ? (
        <PlanDialog incidentId={incidentId} leftYuan={balance.leftYuan} close={() => setOpen(null)} />
      ) : null}
      {open && open !== 'plan' ? (
        <EntryDialog kind={open} incidentId={incidentId} balance={balance} close={() => setOpen(null)} />
      ) : null}
    </div>
  )
}
