'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { FourNotsView } from '#contracts/handling.ts'
import { FollowUpDialog } from './follow-up-dialog.tsx'
import { FourNotsFact } from './four-nots-fact.tsx'

/** The four 不 of an incident, and the follow-up report in which they are set. */
export function IncidentNots({
  incidentId,
  nots,
  mayReport,
}: {
  incidentId: string
  nots: FourNotsView | null
  mayReport: boolean
}) {
  const t = useTranslations('handling.nots')
  const [reporting, setReporting] = useState(false)
  return (
    <div className="relative min-w-0">
      <FourNotsFact nots={nots} />
      {mayReport ? (
        <button
          type="button"
          onClick={() => setReporting(true)}
          className="unbroken absolute top-0 right-0 text-desk-head text-accent underline underline-offset-4 max-md:h-12 max-md:px-3 max-md:text-phone-body"
        >
          {t('followUp')}
        </button>
      ) : null}
      {reporting ? <FollowUpDialog incidentId={incidentId} close={() => setReporting(false)} /> : null}
    </div>
  )
}
