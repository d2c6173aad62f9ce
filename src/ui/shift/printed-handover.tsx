'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { SignedHandoverView } from '#contracts/roster.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Paper, PaperRow } from '#ui/handling/paper.tsx'
import { agencyFullName } from '#ui/incident/agency-names.ts'
import { useMoment } from '#ui/time/use-moment.ts'
import { useSheetWords } from './sheet-words.ts'

/** 值班交接单 as it was signed, for the folder of the duty room. */
export function PrintedHandover({
  signed: { handover, sheet },
  agencies,
  drill,
  printedAt,
}: {
  signed: SignedHandoverView
  agencies: AgencyView[]
  drill: boolean
  printedAt: string
}) {
  const t = useTranslations('shift')
  const words = useSheetWords()
  const moment = useMoment()
  return (
    <Paper
      title={t('printTitle')}
      drill={drill}
      printedAt={printedAt}
      signatures={[t('signer.from'), t('signer.to'), t('signer.leader')]}
    >
      <PaperRow label={t('printFrom')}>
        {agencyFullName(agencies, handover.agency)} {handover.by.post} {moment(handover.offeredAt)}
      </PaperRow>
      <PaperRow label={t('printTo')}>
        {handover.to.post} {handover.decidedAt ? moment(handover.decidedAt) : ''}
      </PaperRow>
      <PaperRow label={t('printShift')}>{moment(handover.shiftEndsAt)}</PaperRow>
      <PaperRow label={t('note')}>{handover.note}</PaperRow>
      <PaperRow label={t('incidents')}>
        <Listed>
          {sheet.incidents.map((one) => (
            <p key={one.incidentId}>
              {words.incident(one)}（{words.standing(one)}）
            </p>
          ))}
        </Listed>
      </PaperRow>
      <PaperRow label={t('tasks')}>
        <Listed>
          {sheet.tasks.map((one) => (
            <p key={one.taskId}>
              {words.task(one)}（{words.due(one.dueAt)}）
            </p>
          ))}
        </Listed>
      </PaperRow>
      <PaperRow label={t('calls')}>
        <Listed>
          {sheet.calls.map((one) => (
            <p key={one.callId}>
              {words.call(one)}（{words.called(one.calledAt)}）
            </p>
          ))}
        </Listed>
      </PaperRow>
    </Paper>
  )
}

function Listed({ children }: { children: ReactNode[] }) {
  const t = useTranslations('shift')
  return children.length === 0 ? t('none') : children
}
