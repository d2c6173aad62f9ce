'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { PlanView } from '#contracts/ledger.ts'
import { StepDot } from '#ui/incident/step-dot.tsx'
import { useMoney } from './use-money.ts'

/** The parts of the plan in force; a missed one is what somebody owes now. */
export function PlanParts({ plan }: { plan: PlanView }) {
  const t = useTranslations('ledger.plan')
  const money = useMoney()
  const next = plan.instalments.findIndex(({ state }) => state === 'running')
  return (
    <section className="mt-3 border-t border-line pt-2">
      <h3 className="text-desk-meta text-t2">
        {t('caption', { on: plan.signedOn })}
        {plan.enforceable ? ` · ${t('enforceable')}` : null}
      </h3>
      <ol className="mt-1 flex flex-col gap-1">
        {plan.instalments.map(({ dueOn, yuan, paidYuan, state }, index) => {
          const quiet = state === 'kept' || (state === 'running' && index !== next)
          const look =
            state === 'kept' ? 'done' : state === 'missed' ? 'owed' : index === next ? 'now' : 'later'
          return (
            <li key={dueOn} className="flex items-start gap-2 text-desk-body">
              <StepDot look={look} />
              <time dateTime={dueOn} className={clsx('unbroken flex-1', quiet ? 'text-t2' : 'text-t1')}>
                {dueOn}
              </time>
              <span className={clsx('unbroken', quiet ? 'text-t2' : 'font-semibold text-t1')}>
                {paidYuan > 0 && state !== 'kept'
                  ? t('partly', { paid: money(paidYuan), of: money(yuan) })
                  : money(yuan)}
              </span>
              <span className={clsx('w-10 text-right', state === 'missed' ? 'font-semibold' : 'text-t2')}>
                {t(state)}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
