import type { Metadata } from 'next'
import { readTransferLetter } from '#actions/ledger.ts'
import { pageTitle } from '#app/page-title.ts'
import { printable } from '#app/printable.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { PrintedLetter } from '#ui/proceeding/printed-letter.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('transfer')

/** 移送函 as a draft on A4. */
export default async function PrintLetter({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [letter, agencies] = await Promise.all([
    readTransferLetter({ transferId: id }),
    listAgencies(database()),
  ])
  return (
    <PrintedLetter
      letter={printable(letter)}
      agencies={agencies}
      drill={env().REALM === 'drill'}
      printedAt={new Date().toISOString()}
    />
  )
}
