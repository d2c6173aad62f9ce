'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { LedgerView } from '#contracts/ledger.ts'
import type { IncidentView } from '#contracts/views.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { Button } from '#ui/primitives/button.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryList } from './entry-list.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { PlanParts } from './plan-parts.tsx'
import { Sums } from './sums.tsx'

type Open = 'owed' | 'paid' | 'recovered' | 'plan' | null

/** 台账: owed, paid, left and for how many; until somebody establishes it, what is claimed, said to be unchecked. */
export function LedgerPanel({ incident }: { incident: IncidentView }) {
  const t = useTranslations('ledger')
  const { answer } = useOfIncident('ledger', incident.id)
  const [open, setOpen] = useState<Open>(null)
  const [listed, setListed] = useState(false)
  const ledger = answer?.ok ? answer.value : null
  if (!ledger) return null
  const { balance, plan, entries, mayKeep } = ledger
  return (
    <Panel
      caption={t('caption')}
      aside={
        <span className="text-desk-body text-t2">{t(balance.known ? standing(ledger) : 'claimed')}</span>
      }
    >
      <Sums incident={incident} balance={balance} />
      {plan ? <PlanParts plan={plan} /> : null}
      {listed ? <EntryList incidentId={incident.id} entries={entries} mayKeep={mayKeep} /> : null}
      <div className="mt-3 flex flex-wrap items-center gap-2">
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
        <PlanDialog incidentId={incident.id} leftYuan={balance.leftYuan} close={() => setOpen(null)} />
      ) : null}
      {open && open !== 'plan' ? (
        <EntryDialog kind={open} incidentId={incident.id} balance={balance} close={() => setOpen(null)} />
      ) : null}
    </Panel>
  )
}

function standing({ balance, plan }: LedgerView): 'settled' | 'broken' | 'planned' | 'owing' {
  if (balance.leftYuan === 0) return 'settled'
  if (!plan) return 'owing'
  return plan.instalments.some(({ state }) => state === 'missed') ? 'broken' : 'planned'
}
