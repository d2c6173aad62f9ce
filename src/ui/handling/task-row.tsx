'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { TaskView } from '#contracts/tasks.ts'
import type { AgencyView } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { StepDot } from '#ui/incident/step-dot.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { clockOf, isLate, useTaskName } from './task-words.ts'

/** One task in its incident: done or not, what, whose, and how long is left. */
export function TaskRow({
  task,
  agencies,
  mine,
  now,
  surface,
  open,
}: {
  task: TaskView
  agencies: AgencyView[]
  /** It is my agency's to sign or do. */
  mine: boolean
  now: number
  surface: 'desk' | 'phone'
  open: () => void
}) {
  const t = useTranslations('handling')
  const name = useTaskName()
  const due = clockOf(task)
  const done = task.state === 'done'
  const late = isLate(task, now)
  return (
    <li>
      <button
        type="button"
        onClick={open}
        data-task={task.kind}
        data-state={task.state}
        className={clsx(
          'flex w-full items-center gap-3 rounded-control text-left hover:bg-s2',
          surface === 'phone' ? 'min-h-12 text-phone-body' : 'min-h-7 text-desk-body',
        )}
      >
        <StepDot look={done ? 'done' : late ? 'owed' : due ? 'now' : 'later'} />
        <span className="min-w-0 flex-1">
          <span
            className={clsx('block truncate', done ? 'text-t2' : mine ? 'font-semibold text-t1' : 'text-t1')}
          >
            {name(task)}
          </span>
          {surface === 'phone' || task.state === 'assigned' || task.state === 'reported' ? (
            <span className="block truncate text-desk-meta text-t2">
              {t(`state.${task.state}`)}
              {task.returns > 0 ? ` · ${t('task.returns', { count: task.returns })}` : null}
            </span>
          ) : null}
        </span>
        <span className="unbroken text-desk-meta text-t2">{agencyName(agencies, task.agency)}</span>
        <span className="unbroken min-w-[68px] text-right">
          {due ? (
            <StepCountdown
              step={due}
              now={now}
              className={clsx(
                late ? 'rounded-control bg-paper px-1 font-semibold text-ink' : 'font-semibold',
              )}
            />
          ) : (
            <time className="text-t2" dateTime={task.reviewedAt ?? task.reportedAt ?? task.assignedAt}>
              {clockMinutes(task.reviewedAt ?? task.reportedAt ?? task.assignedAt)}
            </time>
          )}
        </span>
      </button>
    </li>
  )
}
