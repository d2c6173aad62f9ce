'use client'

import { useTranslations } from 'use-intl/react'
import type { BalanceView } from '#contracts/ledger.ts'
import type { IncidentView, RangeView } from '#contracts/views.ts'
import { useMoney } from './use-money.ts'

/** The four figures and the bar of what has been paid. */
export function Sums({ incident, balance }: { incident: IncidentView; balance: BalanceView }) {
  const t = useTranslations('ledger')
  const money = useMoney()
  const { known } = balance
  const workers = known ? balance.workersOwed : (incident.workers?.min ?? null)
  const claimed: RangeView | null = incident.amountYuan
  const share = balance.owedYuan > 0 ? Math.min(1, balance.paidYuan / balance.owedYuan) : 0
  const figures: [string, string][] = [
    [t('owed'), money(known ? balance.owedYuan : claimed)],
    [t('paid'), money(balance.paidYuan)],
    [t('left'), money(known ? balance.leftYuan : claimed)],
    [t('people'), `${balance.workersPaid}/${workers ?? '–'}`],
  ]
  return (
    <>
      <dl className="mt-2 flex flex-wrap justify-between gap-x-4 gap-y-1">
        {figures.map(([label, figure]) => (
          <div key={label}>
            <dt className="text-desk-meta text-t2">{label}</dt>
            <dd className="unbroken text-desk-queue font-semibold text-t1">{figure}</dd>
          </div>
        ))}
      </dl>
      <div aria-hidden className="mt-2 h-[6px] overflow-hidden rounded-full bg-s2">
        <div className="h-full bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
    </>
  )
}
