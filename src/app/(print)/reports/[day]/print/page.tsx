import type { Metadata } from 'next'
import { readReport } from '#actions/reports.ts'
import { pageTitle } from '#app/page-title.ts'
import { printable } from '#app/printable.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { PrintedReport } from '#ui/reports/printed-report.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('reports')

/** 日报 on A4, with the chain head at its foot. */
export default async function PrintReport({
  params,
  searchParams,
}: {
  params: Promise<{ day: string }>
  searchParams: Promise<{ edition?: string | string[] }>
}) {
  const [{ day }, { edition }] = await Promise.all([params, searchParams])
  const [report, agencies] = await Promise.all([
    readReport({ day, edition: typeof edition === 'string' ? Number(edition) : undefined }),
    listAgencies(database()),
  ])
  return (
    <PrintedReport
      report={printable(report)}
      agencies={agencies}
      drill={env().REALM === 'drill'}
      printedAt={new Date().toISOString()}
    />
  )
}
