import type { Metadata } from 'next'
import { readReport, readReports } from '#actions/reports.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { printable } from '#app/printable.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { ReportsPage } from '#ui/reports/reports-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('reports')

/** Every daily report, the one of `?day=` open, and what the reader's own unit has to say of its day. */
export default async function Reports({
  searchParams,
}: {
  searchParams: Promise<{ day?: string | string[]; edition?: string | string[] }>
}) {
  const person = await requireDeskActor()
  const [listed, agencies, asked] = await Promise.all([
    readReports(undefined),
    listAgencies(database()),
    searchParams,
  ])
  const list = granted(listed)
  const day = typeof asked.day === 'string' ? asked.day : list.reports[0]?.day
  const edition = typeof asked.edition === 'string' ? Number(asked.edition) : undefined
  const report = day === undefined ? null : printable(await readReport({ day, edition }))
  return (
    <DeskShell person={person}>
      <ReportsPage list={list} report={report} agencies={agencies} />
    </DeskShell>
  )
}
