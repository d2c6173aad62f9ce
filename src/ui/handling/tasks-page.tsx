'use client'

import clsx from 'clsx'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { TaskListView } from '#contracts/handling.ts'
import type { ListedTaskView } from '#contracts/tasks.ts'
import type { AgencyView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { DrillMark } from '#ui/incident/drill-mark.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { LiveQueries } from '#ui/live/live-queries.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { useNow } from '#ui/time/use-now.ts'
import { CallAnswer } from './call-answer.tsx'
import { IncidentLink } from './incident-link.tsx'
import { TaskDetail } from './task-detail.tsx'
import { clockOf, isLate, useTaskName } from './task-words.ts'
import { useList } from './use-list.ts'

type Given = { initial: TaskListView; agencies: AgencyView[]; person: Person; drill: boolean }

/** 待我: over all incidents what my agency must sign, do or check, and who calls it. */
export function TasksPage(given: Given) {
  return (
    <LiveQueries>
      <DrillMark value={given.drill}>
        <Tasks {...given} />
      </DrillMark>
    </LiveQueries>
  )
}

function Tasks({ initial, agencies, person }: Given) {
  const t = useTranslations('handling')
  const { list, failed, refresh } = useList('tasks', initial)
  const now = useNow(list.at)
  const [opened, setOpened] = useState<string | null>(null)
  const task = [...list.mine, ...list.assigned].find(({ id }) => id === opened)
  const rows = (tasks: ListedTaskView[], empty: string) => (
    <Rows empty={empty} count={tasks.length}>
      {tasks.map((one) => (
        <Row
          key={one.id}
          task={one}
          person={person}
          agencies={agencies}
          now={now}
          open={() => setOpened(one.id)}
        />
      ))}
    </Rows>
  )
  return (
    <div className="mx-auto flex w-full max-w-[1280px] flex-col gap-3 p-4">
      <h1 className="text-desk-title font-bold">{t('page.tasks')}</h1>
      {failed ? <p className="text-desk-body font-semibold text-t1">{t('unread')}</p> : null}
      {list.calls.length > 0 ? (
        <Panel caption={t('page.calls')} note={list.calls.length}>
          <ul className="mt-2 flex flex-col divide-y divide-line">
            {list.calls.map((one) => (
              <li key={one.id} className="grid gap-2 py-2 md:grid-cols-[1fr_1fr]">
                <IncidentLink incident={one.incident} person={person} />
                <div>
                  <p className="text-desk-body font-semibold max-md:text-phone-body">
                    {t('callout.mine', { post: one.post, duty: one.duty })}
                  </p>
                  <CallAnswer called={one} surface="phone" />
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel caption={t('page.mine')} note={list.mine.length}>
        {rows(list.mine, t('page.mineNone'))}
      </Panel>
      <Panel caption={t('page.assigned')} note={list.assigned.length}>
        {rows(list.assigned, t('page.assignedNone'))}
      </Panel>
      {task ? (
        <TaskDetail
          task={task}
          person={person}
          agencies={agencies}
          close={() => {
            setOpened(null)
            refresh()
          }}
        />
      ) : null}
    </div>
  )
}

function Rows({ empty, count, children }: { empty: string; count: number; children: ReactNode }) {
  if (count === 0) return <p className="mt-2 text-desk-body text-t3">{empty}</p>
  return <ul className="mt-2 flex flex-col divide-y divide-line">{children}</ul>
}

function Row({
  task,
  person,
  agencies,
  now,
  open,
}: {
  task: ListedTaskView
  person: Person
  agencies: AgencyView[]
  now: number
  open: () => void
}) {
  const t = useTranslations('handling')
  const name = useTaskName()
  const due = clockOf(task)
  const late = isLate(task, now)
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 md:grid-cols-[1fr_1.2fr_auto]">
      <IncidentLink incident={task.incident} person={person} />
      <button
        type="button"
        onClick={open}
        className="flex min-w-0 items-center gap-3 text-left text-desk-body hover:underline max-md:min-h-12 max-md:text-phone-body"
      >
        <span className="min-w-0 flex-1 truncate font-medium text-t1">{name(task)}</span>
        <span className="unbroken text-t2">{agencyName(agencies, task.agency)}</span>
      </button>
      <span className="flex items-center gap-3 text-desk-body md:w-[190px] md:justify-end">
        <span className="unbroken text-t2">{t(`state.${task.state}`)}</span>
        {due ? (
          <StepCountdown
            step={due}
            now={now}
            className={clsx('font-semibold', late && 'rounded-control bg-paper px-1 text-ink')}
          />
        ) : null}
      </span>
    </li>
  )
}
