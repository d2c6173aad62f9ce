'use client'

import { useTranslations } from 'use-intl/react'
import type { LedgerView } from '#contracts/ledger.ts'
import type { IncidentView } from '#contracts/views.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { BookPart } from './book-part.tsx'
import { Sums } from './sums.tsx'

/**
 * 台账: owed, paid, left and for how many; until somebody establishes it, what is claimed, said to be unchecked. Books of
 * incidents merged into this one are added up and stay under their own numbers.
 */
export function LedgerPanel({ incident }: { incident: IncidentView }) {
  const t = useTranslations('ledger')
  const { answer } = useOfIncident('ledger', incident.id)
  const ledger = answer?.ok ? answer.value : null
  if (!ledger) return null
  const { balance, books, mayKeep } = ledger
  const shown = books.filter(({ incidentId, entries }) => incidentId === incident.id || entries.length > 0)
  return (
    <Panel
      caption={t('caption')}
      aside={
        <span className="text-desk-body text-t2">{t(balance.known ? standing(ledger) : 'claimed')}</span>
      }
    >
      <Sums incident={incident} balance={balance} />
      {shown.map((book) => (
        <BookPart key={book.incidentId} book={book} origin={shown.length > 1} mayKeep={mayKeep} />
      ))}
    </Panel>
  )
}

function standing({ balance, books }: LedgerView): 'settled' | 'broken' | 'planned' | 'owing' {
  if (balance.leftYuan === 0) return 'settled'
  const plans = books.flatMap(({ plan }) => plan ?? [])
  const owing = books.filter(({ balance: own, plan }) => own.leftYuan > 0 && !plan)
  if (plans.some(({ instalments }) => instalments.some(({ state }) => state === 'missed'))) return 'broken'
  return owing.length > 0 ? 'owing' : 'planned'
}
