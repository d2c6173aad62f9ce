import { useTranslations } from 'use-intl/react'
import type { TaskView } from '#contracts/tasks.ts'
import { otherKind } from '#domain/task/task.ts'

type Named = Pick<TaskView, 'kind' | 'what'>

/** 到场清点人数 for a kind of the checklist; what was typed for any other. */
export function useTaskName(): (task: Named) => string {
  const t = useTranslations('handling.kind') as unknown as ((key: string) => string) & {
    has: (key: string) => boolean
  }
  return ({ kind, what }) => (kind !== otherKind && t.has(kind) ? t(kind) : what)
}

type Clocked = Pick<TaskView, 'state' | 'signDueAt' | 'dueAt' | 'provisional'>

/** What runs out next: the receipt, then the work; nothing while it is checked or once it is done. */
export function clockOf(task: Clocked): Pick<TaskView, 'dueAt' | 'provisional'> | null {
  if (task.state === 'assigned') return { dueAt: task.signDueAt }
  return task.state === 'in_hand' ? task : null
}

export function isLate(task: Clocked, now: number): boolean {
  const due = clockOf(task)
  return due !== null && Date.parse(due.dueAt) < now
}
