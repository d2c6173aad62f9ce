import type { Metadata } from 'next'
import { readTask } from '#actions/handling.ts'
import { pageTitle } from '#app/page-title.ts'
import { printable } from '#app/printable.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { PrintedTask } from '#ui/handling/printed-task.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('tasks')

/** 交办单 on one sheet of A4. */
export default async function PrintTask({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [task, agencies] = await Promise.all([readTask({ taskId: id }), listAgencies(database())])
  return (
    <PrintedTask
      task={printable(task)}
      agencies={agencies}
      drill={env().REALM === 'drill'}
      printedAt={new Date().toISOString()}
    />
  )
}
