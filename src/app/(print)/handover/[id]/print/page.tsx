import type { Metadata } from 'next'
import { readSignedHandover } from '#actions/roster.ts'
import { pageTitle } from '#app/page-title.ts'
import { printable } from '#app/printable.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { PrintedHandover } from '#ui/shift/printed-handover.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('shift')

/** A signed 值班交接单 on A4. */
export default async function PrintHandover({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [signed, agencies] = await Promise.all([
    readSignedHandover({ handoverId: id }),
    listAgencies(database()),
  ])
  return (
    <PrintedHandover
      signed={printable(signed)}
      agencies={agencies}
      drill={env().REALM === 'drill'}
      printedAt={new Date().toISOString()}
    />
  )
}
