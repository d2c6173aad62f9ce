'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { moveTask } from '#actions/handling.ts'
import type { TaskView } from '#contracts/tasks.ts'
import type { AgencyView, PersonView } from '#contracts/views.ts'
import { movesFrom } from '#domain/moves.ts'
import { may, type Person } from '#domain/permission.ts'
import { legalTaskMoves, moversOfAgency, type TaskMove } from '#domain/task/task.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Button, buttonLook } from '#ui/primitives/button.tsx'
import { useMoment } from '#ui/time/use-moment.ts'
import { DetailDialog, Lines } from './detail-dialog.tsx'
import { TaskForm } from './task-forms.tsx'
import { useTaskName } from './task-words.ts'
import { useAct } from './use-act.ts'
import { useDueWords } from './use-due-words.ts'

type Worded = 'report' | 'return' | 'withdraw'

/** One 交办单 with everything on it, and what I may do about it. */
export function TaskDetail({
  task,
  person,
  agencies,
  close,
}: {
  task: TaskView
  person: Person
  agencies: AgencyView[]
  close: () => void
}) {
  const t = useTranslations('handling')
  const name = useTaskName()
  const { busy, answer, act } = useAct()
  const [form, setForm] = useState<Worded | null>(null)
  if (form) return <TaskForm task={task} move={form} close={close} />
  const moves = movesFrom(legalTaskMoves, task.state).filter((move) => mayMove(person, task, move))
  const press = async (move: TaskMove) => {
    if (move !== 'sign' && move !== 'accept') return setForm(move)
    if (await act(move, () => moveTask({ taskId: task.id, version: task.version, move }))) close()
  }
  return (
    <DetailDialog
      title={name(task)}
      note={`${t('task.number', { year: task.year, count: task.count })} · ${t(`state.${task.state}`)}`}
      answer={answer}
      close={close}
      acts={
        <>
          <a
            href={`/tasks/${task.id}/print`}
            target="_blank"
            rel="noreferrer"
            className={`${buttonLook({})} max-md:h-12`}
          >
            {t('printOut')}
          </a>
          {moves.map((move) => (
            <Button
              key={move}
              variant={move === 'withdraw' || move === 'return' ? 'plain' : 'primary'}
              className="max-md:h-12"
              busy={busy === move}
              onClick={() => void press(move)}
            >
              {t(`task.${move}`)}
            </Button>
          ))}
        </>
      }
    >
      <TaskLines task={task} agencies={agencies} />
    </DetailDialog>
  )
}

function TaskLines({ task, agencies }: { task: TaskView; agencies: AgencyView[] }) {
  const t = useTranslations('handling')
  const moment = useMoment()
  const due = useDueWords()
  const rung = useTranslations('agency.rung')
  const by = (person: PersonView | null, at: string | null) =>
    person && at ? `${agencyName(agencies, person.agency) || person.post} ${moment(at)}` : null
  return (
    <Lines
      lines={[
        [t('task.what'), task.what],
        [t('task.agency'), agencyName(agencies, task.agency)],
        [t('task.assigned'), by(task.assignedBy, task.assignedAt)],
        [t('task.due'), due(task)],
        [
          t('task.signed'),
          by(task.signedBy, task.signedAt) ?? t('task.signBy', { time: moment(task.signDueAt) }),
        ],
        [t('task.feedback'), task.feedback],
        [t('task.outcome'), task.outcome ? t(`outcome.${task.outcome}`) : null],
        [t('task.reported'), by(task.reportedBy, task.reportedAt)],
        [t('task.reviewNote'), task.reviewNote],
        [t('task.reviewed'), by(task.reviewedBy, task.reviewedAt)],
        [
          t('overdue'),
          task.overdueLevel > 0 ? t('level', { rung: rung(String(task.overdueLevel) as '1') }) : null,
        ],
        [t('task.basis'), task.basis ? `“${task.basis}”` : null],
      ]}
    />
  )
}

/** The agency in charge signs and reports; the assigner or the office checks. */
export function mayMove(person: Person, task: TaskView, move: TaskMove): boolean {
  return moversOfAgency.includes(move)
    ? may(person, 'answer_for_agency', { agency: task.agency }).ok
    : may(person, 'check_work', { agency: task.assignedBy.agency }).ok
}
