'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { moveTask } from '#actions/handling.ts'
import type { TaskView } from '#contracts/tasks.ts'
import { Button } from '#ui/primitives/button.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { TaskForm } from './task-forms.tsx'
import { clockOf, useTaskName } from './task-words.ts'
import { useAct } from './use-act.ts'

/** A task of my agency's under the thumb: one press signs the receipt, one opens the report. */
export function MyTask({ task, now }: { task: TaskView; now: number }) {
  const t = useTranslations('handling')
  const name = useTaskName()
  const { busy, answer, act } = useAct()
  const [reporting, setReporting] = useState(false)
  const due = clockOf(task)
  const sign = () => moveTask({ taskId: task.id, version: task.version, move: 'sign' })
  return (
    <li className="py-2" data-my-task={task.kind}>
      <p className="flex items-baseline justify-between gap-3 text-phone-body">
        <span className="min-w-0 font-semibold text-t1">{name(task)}</span>
        {due ? <StepCountdown step={due} now={now} className="font-semibold" /> : null}
      </p>
      <p className="mt-1 text-phone-meta text-t2">{task.what}</p>
      {task.state === 'in_hand' && task.reviewNote ? (
        <p className="mt-1 text-phone-meta text-t1">
          {t('task.reviewNote')} {task.reviewNote}
        </p>
      ) : null}
      {answer ? (
        <p role="alert" className="mt-1 text-phone-meta font-semibold">
          {answer}
        </p>
      ) : null}
      <Button
        surface="phone"
        variant="primary"
        className="mt-2 w-full"
        busy={busy !== null}
        onClick={() => (task.state === 'assigned' ? void act('sign', sign) : setReporting(true))}
      >
        {t(task.state === 'assigned' ? 'task.sign' : 'task.report')}
      </Button>
      {reporting ? <TaskForm task={task} move="report" close={() => setReporting(false)} /> : null}
    </li>
  )
}
