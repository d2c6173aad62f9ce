import type { Metadata } from 'next'
import { readSupervision } from '#actions/handling.ts'
import { pageTitle } from '#app/page-title.ts'
import { printable } from '#app/printable.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { PrintedSupervision } from '#ui/handling/printed-supervision.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('supervision')

/** 督办单 on one sheet of A4. */
export default async function PrintSupervision({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [supervision, agencies] = await Promise.all([
    readSupervision({ supervisionId: id }),
    listAgencies(database()),
  ])
  return (
    <PrintedSupervision
      supervision={printable(supervision)}
      agencies={agencies}
      drill={env().REALM === 'drill'}
      printedAt={new Date().toISOString()}
    />
  )
}
