import type { Metadata } from 'next'
import { readRegister } from '#actions/register.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { registerFilters } from '#contracts/register.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { RegisterPage } from '#ui/register/register-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('register')

/** The register of incidents, narrowed as the address says. */
export default async function Incidents({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>
}) {
  const person = await requireDeskActor()
  const filters = registerFilters.parse(await searchParams)
  const [register, agencies] = await Promise.all([readRegister(filters), listAgencies(database())])
  return (
    <DeskShell person={person}>
      <RegisterPage
        initial={granted(register)}
        filters={filters}
        agencies={agencies}
        person={person}
        drill={env().REALM === 'drill'}
      />
    </DeskShell>
  )
}
