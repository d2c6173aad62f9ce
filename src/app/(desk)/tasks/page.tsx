import type { Metadata } from 'next'
import { readTasks } from '#actions/handling.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { TasksPage } from '#ui/handling/tasks-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('tasks')

/** What waits for my agency, over all incidents. */
export default async function Tasks() {
  const person = await requireDeskActor()
  const [tasks, agencies] = await Promise.all([readTasks(undefined), listAgencies(database())])
  return (
    <DeskShell person={person}>
      <TasksPage
        initial={granted(tasks)}
        agencies={agencies}
        person={person}
        drill={env().REALM === 'drill'}
      />
    </DeskShell>
  )
}
