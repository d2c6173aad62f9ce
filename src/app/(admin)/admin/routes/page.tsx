import type { Metadata } from 'next'
import { readRoutes } from '#actions/grading.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { RoutesPage } from '#ui/routes/routes-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('routes')

/** The tree incidents are routed by. */
export default async function Routes() {
  const person = await requireDeskActor()
  const [routes, agencies] = [granted(await readRoutes(undefined)), await listAgencies(database())]
  return (
    <DeskShell person={person}>
      <RoutesPage key={routes.version} routes={routes} agencies={agencies} />
    </DeskShell>
  )
}
