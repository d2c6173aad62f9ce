import type { Metadata } from 'next'
import { readRoster } from '#actions/roster.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { RosterPage } from '#ui/roster/roster-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('roster')

/** 值班表, a fortnight from `?from=2026-12-01` or from today. */
export default async function Shifts({
  searchParams,
}: {
  searchParams: Promise<{ from?: string | string[] }>
}) {
  const person = await requireDeskActor()
  const { from } = await searchParams
  const asked = typeof from === 'string' && /^\d{4}-\d\d-\d\d$/.test(from) ? from : null
  const [roster, agencies] = await Promise.all([readRoster({ from: asked }), listAgencies(database())])
  return (
    <DeskShell person={person}>
      <RosterPage roster={granted(roster)} agencies={agencies} now={Date.now()} />
    </DeskShell>
  )
}
