'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { IncidentView } from '#contracts/views.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { Button } from '#ui/primitives/button.tsx'
import { LegalAidDialog } from './legal-aid-dialog.tsx'
import { LegalAidRows } from './legal-aid-rows.tsx'
import { OpenDialog } from './open-dialog.tsx'
import { ProceedingRows } from './proceeding-rows.tsx'
import { StartTransferDialog } from './start-transfer-dialog.tsx'
import { TransferTrack } from './transfer-track.tsx'

/** What runs before arbitrators, courts, legal aid and the police, each with its next date. */
export function ProceedingsPanel({ incident, now }: { incident: IncidentView; now: number }) {
  const t = useTranslations('proceeding')
  const { answer } = useOfIncident('proceedings', incident.id)
  const [open, setOpen] = useState<'proceeding' | 'legalAid' | 'transfer' | null>(null)
  if (!answer?.ok) return null
  const { proceedings, legalAid, transfers, may } = answer.value
  const ended = transfers.every(({ state }) => state === 'ended')
  return (
    <Panel caption={t('caption')}>
      {transfers.map((transfer) => (
        <TransferTrack key={transfer.id} transfer={transfer} may={may} now={now} />
      ))}
      <ProceedingRows proceedings={proceedings} mayKeep={may.keep} />
      <LegalAidRows incidentId={incident.id} referrals={legalAid} mayKeep={may.keep} />
      {transfers.length === 0 && proceedings.length === 0 && legalAid.length === 0 ? (
        <p className="mt-2 text-desk-body text-t3">{t('none')}</p>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {may.keep ? <Button onClick={() => setOpen('proceeding')}>{t('do.open')}</Button> : null}
        {may.keep ? <Button onClick={() => setOpen('legalAid')}>{t('do.legalAid')}</Button> : null}
        {may.transfer && ended ? (
          <Button onClick={() => setOpen('transfer')}>{t('do.transfer')}</Button>
        ) : null}
      </div>
      {open === 'proceeding' ? <OpenDialog incidentId={incident.id} close={() => setOpen(null)} /> : null}
      {open === 'legalAid' ? <LegalAidDialog incidentId={incident.id} close={() => setOpen(null)} /> : null}
      {open === 'transfer' ? <StartTransferDialog incident={incident} close={() => setOpen(null)} /> : null}
    </Panel>
  )
}
