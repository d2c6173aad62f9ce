'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { HandlingView } from '#contracts/handling.ts'
import type { TaskView } from '#contracts/tasks.ts'
import type { AgencyView, IncidentView } from '#contracts/views.ts'
import { may, type Person } from '#domain/permission.ts'
import { useKeys } from '#ui/desk/use-keys.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { KeyHint } from '#ui/primitives/key-hint.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { TaskDetail } from './task-detail.tsx'
import { TaskRow } from './task-row.tsx'

export type HandlingSurface = {
  incident: IncidentView
  handling: HandlingView
  person: Person
  agencies: AgencyView[]
  now: number
}

/** 任务 1/4: who does what until when; T opens the checklist. */
export function TaskPanel(surface: HandlingSurface) {
  const { handling, incident, person, agencies, now } = surface
  const t = useTranslations('handling.task')
  const [assigning, setAssigning] = useState(false)
  const tasks = shownTasks(handling.tasks)
  const mayAssign =
    may(person, 'handle_incident', { route: routeOf(incident) }).ok && incident.state === 'open'
  useKeys({ t: () => mayAssign && setAssigning(true) })
  return (
    <Panel
      caption={t('caption')}
      note={
        tasks.length > 0 ? `${tasks.filter(({ state }) => state === 'done').length}/${tasks.length}` : null
      }
      aside={
        mayAssign ? (
          <button type="button" aria-label={t('assignTitle')} onClick={() => setAssigning(true)}>
            <KeyHint>T</KeyHint>
          </button>
        ) : null
      }
    >
      <TaskList {...surface} surface="desk" />
      {assigning ? (
        <AssignDialog
          incidentId={incident.id}
          proposals={handling.proposals}
          agencies={agencies}
          now={now}
          close={() => setAssigning(false)}
        />
      ) : null}
    </Panel>
  )
}

/** The tasks themselves, each opening into its paper. */
export function TaskList({
  handling,
  person,
  agencies,
  now,
  surface,
}: HandlingSurface & { surface: 'desk' | 'phone' }) {
  const t = useTranslations('handling.task')
  const [opened, setOpened] = useState<string | null>(null)
  const tasks = shownTasks(handling.tasks)
  const task = handling.tasks.find(({ id }) => id === opened)
  if (tasks.length === 0) return <p className="mt-2 text-desk-body text-t3">{t('none')}</p>
  return (
    <>
      <ul className="mt-2 flex flex-col gap-1">
        {tasks.map((one) => (
          <TaskRow
            key={one.id}
            task={one}
            agencies={agencies}
            mine={one.agency === person.agency}
            now={now}
            surface={surface}
            open={() => setOpened(one.id)}
          />
        ))}
      </ul>
      {task ? (
        <TaskDetail task={task} person={person} agencies={agencies} close={() => setOpened(null)} />
      ) : null}
    </>
  )
}

/** Everybody alerted is on the route, and nobody else. */
export function routeOf(incident: IncidentView): string[] {
  return incident.alerts.map(({ agency }) => agency)
}

/** Done ones first, as they were done; then by what is due. */
function shownTasks(tasks: TaskView[]): TaskView[] {
  const rank = ({ state }: TaskView) => (state === 'done' ? 0 : 1)
  return tasks
    .filter(({ state }) => state !== 'withdrawn')
    .sort((a, b) => rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt))
}
