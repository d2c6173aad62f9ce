'use client'

import { useTranslations } from 'use-intl/react'
import type { ListedTaskView } from '#contracts/tasks.ts'
import type { AgencyView } from '#contracts/views.ts'
import { agencyFullName } from '#ui/incident/agency-names.ts'
import { useMoment } from '#ui/time/use-moment.ts'
import { Paper, PaperRow } from './paper.tsx'
import { useTaskName } from './task-words.ts'
import { useDueWords } from './use-due-words.ts'

/** 交办单, with the report where there is one and room for a pen where there is none. */
export function PrintedTask({
  task,
  agencies,
  drill,
  printedAt,
}: {
  task: ListedTaskView
  agencies: AgencyView[]
  drill: boolean
  printedAt: string
}) {
  const t = useTranslations('handling')
  const grade = useTranslations('grade.spoken')
  const name = useTaskName()
  const moment = useMoment()
  const due = useDueWords()
  const { incident } = task
  return (
    <Paper
      title={t('print.task')}
      number={t('task.number', { year: task.year, count: task.count })}
      incidentNumber={incident.number}
      drill={drill}
      printedAt={printedAt}
      signatures={[t('print.signer'), t('print.handler'), t('print.reviewer')]}
    >
      <PaperRow label={t('print.headline')}>
        {incident.place} {incident.headline}（{grade(incident.grade)}）
      </PaperRow>
      <PaperRow label={t('print.agency')}>{agencyFullName(agencies, task.agency)}</PaperRow>
      <PaperRow label={t('print.assignedBy')}>
        {agencyFullName(agencies, task.assignedBy.agency)} {moment(task.assignedAt)}
      </PaperRow>
      <PaperRow label={t('print.what')}>
        <strong>{name(task)}</strong>
        {name(task) === task.what ? null : <p>{task.what}</p>}
      </PaperRow>
      <PaperRow label={t('print.signBy')}>{moment(task.signDueAt)}</PaperRow>
      <PaperRow label={t('print.due')}>{due(task)}</PaperRow>
      {task.basis ? (
        <PaperRow label={t('print.basis')}>
          {t('print.basisSource')}：“{task.basis}”
        </PaperRow>
      ) : null}
      <PaperRow label={t('print.feedback')} tall>
        {task.outcome ? <p>{t(`outcome.${task.outcome}`)}</p> : null}
        {task.feedback}
      </PaperRow>
      <PaperRow label={t('print.review')} tall>
        {task.state === 'done' ? t('task.accept') : null} {task.reviewNote}
      </PaperRow>
    </Paper>
  )
}
