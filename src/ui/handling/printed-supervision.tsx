'use client'

import { useTranslations } from 'use-intl/react'
import type { ListedSupervisionView } from '#contracts/handling.ts'
import type { AgencyView } from '#contracts/views.ts'
import { agencyFullName } from '#ui/incident/agency-names.ts'
import { useMoment } from '#ui/time/use-moment.ts'
import { Paper, PaperRow } from './paper.tsx'
import { useDueWords } from './use-due-words.ts'

/** 督办单, from its order to the two who struck it off. */
export function PrintedSupervision({
  supervision: one,
  agencies,
  drill,
  printedAt,
}: {
  supervision: ListedSupervisionView
  agencies: AgencyView[]
  drill: boolean
  printedAt: string
}) {
  const t = useTranslations('handling')
  const grade = useTranslations('grade.spoken')
  const moment = useMoment()
  const due = useDueWords()
  const { incident, unit, dueAt, openedAt, closedAt, closedBy, closedWith } = one
  const posts = [closedBy, closedWith].flatMap((who) => (who ? [who.post] : []))
  return (
    <Paper
      title={t('print.supervision')}
      number={one.count === null ? '' : t('supervision.number', { year: one.year ?? 0, count: one.count })}
      incidentNumber={incident.number}
      drill={drill}
      printedAt={printedAt}
      signatures={[t('print.leader'), t('print.handler'), t('print.reviewer')]}
    >
      <PaperRow label={t('print.headline')}>
        {incident.place} {incident.headline}（{grade(incident.grade)}）
      </PaperRow>
      <PaperRow label={t('print.unit')}>{agencyFullName(agencies, unit)}</PaperRow>
      <PaperRow label={t('print.reason')}>
        {one.reasons.map((reason) => t(`reason.${reason}`)).join(t('join'))}
      </PaperRow>
      <PaperRow label={t('print.requirement')} tall>
        {one.requirement}
      </PaperRow>
      <PaperRow label={t('print.openedAt')}>{openedAt ? moment(openedAt) : null}</PaperRow>
      <PaperRow label={t('print.replyDue')}>{dueAt ? due({ ...one, dueAt }) : null}</PaperRow>
      <PaperRow label={t('print.reply')} tall>
        {one.reply}
      </PaperRow>
      <PaperRow label={t('print.check')} tall>
        {one.reviewNote}
      </PaperRow>
      <PaperRow label={t('print.closing')}>
        {closedAt ? `${moment(closedAt)} ${posts.join(t('join'))}` : null}
      </PaperRow>
    </Paper>
  )
}
